// One form: it sends one request at a time, shows errors where a screen reader reads them, and waits after a Retry-After.

import { AuthError } from './auth-client.js';
import { fieldName } from './attributes.js';
import { hasText, say } from './language.js';
import { hasBlankEnds } from './password-rules.js';

/** The field that an error is about. @type {Record<string, string>} */
const FIELDS = {
  invalid_password: 'new_password',
  password_reused: 'new_password',
  code_mismatch: 'code',
  code_invalid: 'code',
  code_expired: 'code',
};

/** For all forms together, because a step can be shown again while the request of its form is still running. */
let isBusy = false;

/** Whether a request is running. Until its reply, the user may not leave the step and send it again. */
export function isSending() {
  return isBusy;
}

/**
 * Errors that are found before the request: an empty field, a password with a blank at an end, or two different
 * passwords.
 */
export class Incomplete extends Error {
  /** @param {string} key of the text @param {HTMLInputElement} input @param {Record<string, unknown>} [values] */
  constructor(key, input, values) {
    super(key);
    this.key = key;
    this.input = input;
    this.values = values;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {(values: Record<string, string>) => Promise<void>} send what it throws is shown
 */
export function connect(form, send) {
  const submit = /** @type {HTMLButtonElement} */ (form.querySelector('button:not([type])'));
  submit.dataset.idle = JSON.stringify([submit.dataset.text, JSON.parse(submit.dataset.values ?? '{}')]);
  for (const button of form.querySelectorAll('.reveal')) {
    button.addEventListener('click', () => reveal(/** @type {HTMLButtonElement} */ (button)));
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    // The button uses aria-disabled, because a disabled button would lose the focus.
    if (isBusy || submit.ariaDisabled === 'true') {
      return;
    }
    isBusy = true;
    hideMessage(form);
    form.ariaBusy = 'true';
    submit.ariaDisabled = 'true';
    say(submit, submit.dataset.busy ?? '');
    try {
      await send(values(form));
    } catch (error) {
      showError(form, error);
    } finally {
      isBusy = false;
      form.ariaBusy = null;
      if (!submit.dataset.waiting) {
        enable(submit);
      }
    }
  });
}

/**
 * Above the fields, and the focus goes there: it is read out, and the next tab is the first field.
 *
 * @param {HTMLFormElement} form
 * @param {string} key
 * @param {{kind?: 'error' | 'notice', values?: Record<string, unknown>, requestId?: string}} [more]
 */
export function showMessage(form, key, { kind = 'notice', values, requestId } = {}) {
  const message = /** @type {HTMLElement} */ (form.querySelector('.message'));
  const words = document.createElement('p');
  say(words, key, values);
  message.replaceChildren(words);
  if (requestId) {
    const reference = document.createElement('p');
    reference.className = 'reference';
    say(reference, 'reference', { requestId });
    message.append(reference);
  }
  message.dataset.kind = kind;
  message.hidden = false;
  message.focus();
}

/** @param {HTMLFormElement} form @param {unknown} error */
export function showError(form, error) {
  if (error instanceof Incomplete) {
    mark(form, error.input);
    showMessage(form, error.key, { kind: 'error', values: error.values });
    return;
  }
  if (!(error instanceof AuthError)) {
    console.error(error);
  }
  const { code, attribute, requestId, status, retryAfterSeconds } =
    error instanceof AuthError ? error : new AuthError('unknown', '');
  const known = hasText(`error.${code}`) ? code : 'unknown';
  const unnamed = `error.${known}.unnamed`;
  const name = attribute === undefined ? FIELDS[code] : fieldName(attribute);
  mark(form, name === undefined ? null : form.querySelector(`[name="${CSS.escape(name)}"]`));
  showMessage(form, attribute === undefined && hasText(unnamed) ? unnamed : `error.${known}`, {
    kind: 'error',
    values: { field: attributeName(attribute) },
    requestId: status >= 500 || known === 'unknown' ? requestId : undefined,
  });
  if (retryAfterSeconds !== undefined) {
    wait(form, retryAfterSeconds);
  }
}

/** @param {HTMLFormElement} form */
function hideMessage(form) {
  const message = /** @type {HTMLElement} */ (form.querySelector('.message'));
  message.hidden = true;
  message.replaceChildren();
  mark(form, null);
}

/** Marks the field at fault, and no other. @param {HTMLFormElement} form @param {Element | null} field */
function mark(form, field) {
  for (const input of form.querySelectorAll('input')) {
    input.ariaInvalid = input === field ? 'true' : null;
  }
}

/** Counts down on the button, which does nothing meanwhile. @param {HTMLFormElement} form @param {number} seconds */
function wait(form, seconds) {
  const submit = /** @type {HTMLButtonElement} */ (form.querySelector('button:not([type])'));
  const until = Date.now() + seconds * 1000;
  submit.dataset.waiting = 'true';
  submit.ariaDisabled = 'true';
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    if (left > 0 && submit.isConnected) {
      say(submit, 'wait', { time: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` });
      setTimeout(tick, 250);
      return;
    }
    delete submit.dataset.waiting;
    enable(submit);
  };
  tick();
}

/** @param {HTMLButtonElement} submit */
function enable(submit) {
  const [key, values] = JSON.parse(submit.dataset.idle ?? '');
  submit.ariaDisabled = null;
  say(submit, key, values);
}

/** @param {HTMLFormElement} form @returns {Record<string, string>} */
function values(form) {
  for (const input of form.querySelectorAll('input')) {
    if (input.required && input.value.trim() === '') {
      throw new Incomplete('missing.one', input, { field: label(input) });
    }
  }
  const filled = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  if (filled.new_password !== undefined && hasBlankEnds(filled.new_password)) {
    throw new Incomplete(
      'error.blank_ends',
      /** @type {HTMLInputElement} */ (form.elements.namedItem('new_password')),
    );
  }
  if (filled.confirmation !== undefined && filled.confirmation !== filled.new_password) {
    throw new Incomplete(
      'error.passwords_differ',
      /** @type {HTMLInputElement} */ (form.elements.namedItem('confirmation')),
    );
  }
  return filled;
}

/** @param {HTMLInputElement} input */
function label(input) {
  const element = input.labels?.[0];
  return element?.dataset.text === undefined ? element?.textContent : { text: element.dataset.text };
}

/** @param {string | undefined} attribute */
function attributeName(attribute) {
  return attribute !== undefined && hasText(`attribute.${attribute}`) ? { text: `attribute.${attribute}` } : attribute;
}

/** @param {HTMLButtonElement} button */
function reveal(button) {
  const input = /** @type {HTMLInputElement} */ (button.parentElement?.querySelector('input'));
  const isShown = input.type === 'text';
  input.type = isShown ? 'password' : 'text';
  button.dataset.label = isShown ? 'show-password' : 'hide-password';
  say(button, isShown ? 'show' : 'hide');
}
