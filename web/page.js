// The page: it shows one step at a time, writes the step into the address, and continues at the step that was left.

import { AuthClient, AuthError } from './auth-client.js';
import { Flow } from './flow.js';
import { connect, isSending, showError, showMessage } from './form.js';
import { offer, say, translate } from './language.js';
import { kept } from './kept.js';
import { STEPS } from './steps.js';

const stage = /** @type {HTMLElement} */ (document.getElementById('step'));
const progress = /** @type {HTMLElement} */ (document.getElementById('progress'));

const TOO_LONG_MILLIS = 15_000;

/** The statuses with which hosts of static files say that a file does not exist. */
const ABSENT = [403, 404];

/** @type {Flow} */
let flow;

/**
 * The address of the API: the page's own host, unless config.json names another. An existing config.json must be
 * readable.
 */
async function configuration() {
  const reply = await fetch('config.json', { signal: AbortSignal.timeout(TOO_LONG_MILLIS) });
  if (!reply.ok && !ABSENT.includes(reply.status)) {
    throw new Error(`config.json: ${reply.status}`);
  }
  const config = (reply.ok ? await reply.json() : null) ?? {};
  return { api: String(config.api ?? ''), sample: config.sample === undefined ? undefined : String(config.sample) };
}

/** The step in the page's address. */
function addressed() {
  const step = location.hash.slice(1);
  return Object.hasOwn(STEPS, step) || step === 'unsupported' ? step : 'sign-in';
}

/** @param {string} step @param {import('./flow.js').Notice} [notice] */
function render(step, notice) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(step));
  stage.replaceChildren(template.content.cloneNode(true));
  stage.dataset.step = step;
  translate(stage);
  const form = /** @type {HTMLFormElement} */ (stage.querySelector('form'));
  STEPS[step]?.({ flow, root: stage, form });
  translate(stage);
  const heading = /** @type {HTMLElement} */ (stage.querySelector('h1'));
  say(/** @type {HTMLElement} */ (document.querySelector('title')), heading.dataset.text ?? '');
  for (const button of stage.querySelectorAll('[data-go]')) {
    button.addEventListener('click', () => {
      if (!isSending()) {
        go(/** @type {HTMLElement} */ (button).dataset.go ?? 'sign-in');
      }
    });
  }
  showProgress(step);
  if (notice && form) {
    showMessage(form, notice.key, { kind: notice.kind });
  }
}

/** @param {string} step @param {import('./flow.js').Notice} [notice] @param {boolean} [isReplaced] */
function go(step, notice, isReplaced = false) {
  if (step !== addressed() || location.hash === '') {
    history[isReplaced ? 'replaceState' : 'pushState'](null, '', `#${step}`);
  }
  render(step, notice);
  if (!notice) {
    focusOn(step);
  }
}

/** On the title, which a screen reader reads out; on the only field where there is nothing else to read. */
function focusOn(/** @type {string} */ step) {
  const field = ['sign-in', 'enter-code'].includes(step)
    ? [...stage.querySelectorAll('input')].find((input) => input.value === '')
    : undefined;
  (field ?? stage.querySelector('h1'))?.focus();
}

/** Shows the steps done and the steps left; a plain sign-in shows none. @param {string} step */
function showProgress(step) {
  const done = kept().path;
  const way = ['sign-in', ...(done.includes('new-password') ? ['new-password'] : [])];
  if (done.some((each) => ['set-up-app', 'enter-code', 'choose-method'].includes(each))) {
    way.push('verify');
  }
  way.push('signed-in');
  const now = ['set-up-app', 'enter-code', 'choose-method'].includes(step) ? 'verify' : step;
  const current = way.indexOf(now);
  progress.hidden = current < 1 || way.length < 3;
  progress.replaceChildren(
    ...way.map((each, index) => {
      const item = document.createElement('li');
      const words = document.createElement('span');
      say(words, `progress.${each}`);
      item.append(words);
      if (index < current || now === 'signed-in') {
        item.className = 'done';
        const state = document.createElement('span');
        state.className = 'hidden-but-read';
        say(state, 'progress.complete');
        item.append(' ', state);
      }
      if (index === current) {
        item.setAttribute('aria-current', 'step');
      }
      return item;
    }),
  );
}

async function start() {
  render('loading');
  try {
    const { api, sample } = await configuration();
    flow = new Flow(new AuthClient(api), sample, go);
  } catch (error) {
    console.error(error);
    render('unreachable');
    connect(/** @type {HTMLFormElement} */ (stage.querySelector('form')), start);
    focusOn('unreachable');
    return;
  }
  window.addEventListener('popstate', () => {
    if (isSending()) {
      history.pushState(null, '', `#${stage.dataset.step}`);
    } else {
      go(flow.nearest(addressed()), undefined, true);
    }
  });
  await resume();
}

/** Shows the step in the address if that is still possible, or else whether the user is signed in. */
async function resume() {
  const step = addressed();
  if (step !== 'signed-in' && step !== 'sign-in' && flow.canShow(step)) {
    render(step);
    return;
  }
  try {
    flow.session = await flow.client.session();
  } catch (error) {
    go(flow.nearest(step), undefined, true);
    const form = stage.querySelector('form');
    if (form && !(error instanceof AuthError && error.code === 'session_ended')) {
      showError(form, error);
    }
    return;
  }
  go('signed-in', undefined, true);
}

offer(document.querySelectorAll('[data-language]'));
await start();
