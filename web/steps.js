// The content and the requests of each step. A step's name is also the name of its template, and follows # in the address.

import { addField, attributesOf } from './attributes.js';
import { connect, isSending } from './form.js';
import { hasText, say } from './language.js';
import { followTyping, rules } from './password-rules.js';
import { qrCode } from './qr-code.js';

/** @typedef {import('./flow.js').Flow} Flow */
/** @typedef {import('./auth-client.js').Challenge} Challenge */

const SVG = 'http://www.w3.org/2000/svg';
const QUIET_ZONE = 4;

/** Where the code of a challenge comes from. @type {Record<string, string>} */
const CODES = { SOFTWARE_TOKEN_MFA: 'app', SMS_MFA: 'SMS', SMS_OTP: 'SMS', EMAIL_OTP: 'EMAIL' };

/** The step that answers a challenge. @param {Challenge} challenge */
export function stepOf(challenge) {
  switch (challenge.challengeName) {
    case 'NEW_PASSWORD_REQUIRED':
      return 'new-password';
    case 'SELECT_MFA_TYPE':
      return methods(challenge).length === 0 ? 'unsupported' : 'choose-method';
    case 'MFA_SETUP':
      return challenge.otpauthUri === undefined ? 'unsupported' : 'set-up-app';
    case 'SOFTWARE_TOKEN_MFA':
    case 'SMS_MFA':
    case 'SMS_OTP':
    case 'EMAIL_OTP':
      return 'enter-code';
    default:
      return 'unsupported';
  }
}

/** What a step does with its template, once it is in the page. @type {Record<string, (step: Step) => void>} */
export const STEPS = {
  'sign-in'({ flow, form, root }) {
    input(root, 'username').value = flow.username;
    input(root, 'password').value = flow.suggestedPassword;
    if (flow.challenge) {
      const pending = find(root, '#pending');
      pending.hidden = false;
      const button = find(pending, 'button');
      say(button, 'sign-in.continue', { username: flow.signingIn });
      button.addEventListener('click', () => isSending() || flow.resume());
    }
    connect(form, ({ username, password }) => flow.signIn(username, password));
  },

  'new-password'({ flow, form, root }) {
    const challenge = required(flow.challenge);
    say(find(root, '.lead'), 'new-password.lead', { username: flow.signingIn });
    input(root, 'username').value = flow.signingIn;
    hint(flow, root, flow.temporaryPassword);
    const fieldset = find(root, '#attributes');
    challenge.requiredAttributes?.forEach((attribute) => addField(fieldset, attribute));
    connect(form, async (values) => {
      try {
        await flow.changePassword(values.new_password, attributesOf(values));
      } catch (error) {
        // The pool may require more attributes than the challenge named.
        if (error instanceof Error && 'attribute' in error && typeof error.attribute === 'string') {
          addField(fieldset, error.attribute);
        }
        throw error;
      }
    });
  },

  'choose-method'({ flow, form, root }) {
    const choices = methods(required(flow.challenge)).map((method, index) => choice(method, index === 0));
    find(root, '#methods').append(...choices);
    connect(form, ({ method }) => flow.answer(method));
  },

  'set-up-app'({ flow, form, root }) {
    const { otpauthUri = '', secretCode = '' } = required(flow.challenge);
    find(root, '#qr').append(drawn(qrCode(otpauthUri)));
    find(root, '#key').textContent = secretCode.replace(/.{4}(?=.)/g, '$& ');
    const copy = find(root, '#copy');
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(secretCode);
      say(copy, 'copied');
    });
    connect(form, ({ code }) => flow.answer(digits(code)));
  },

  'enter-code'({ flow, form, root }) {
    const { challengeName, challengeParameters } = required(flow.challenge);
    const { CODE_DELIVERY_DESTINATION: destination } = challengeParameters;
    const how = `enter-code.${CODES[challengeName]}`;
    say(find(root, '.lead'), destination === undefined && hasText(`${how}.unnamed`) ? `${how}.unnamed` : how, { destination });
    connect(form, ({ code }) => flow.answer(digits(code)));
  },

  'signed-in'({ flow, form, root }) {
    const { username, groups, expiresAt } = required(flow.session);
    find(root, '#who').textContent = username;
    find(root, '#groups-row').hidden = groups.length === 0;
    find(root, '#groups').textContent = groups.join(', ');
    until(root, expiresAt);
    connect(form, () => flow.signOut());
    const { sample } = flow;
    if (sample !== undefined) {
      const section = find(root, '#sample');
      section.hidden = false;
      const button = find(section, 'button');
      say(button, 'sample.submit', { path: `GET ${sample}` });
      connect(/** @type {HTMLFormElement} */ (find(section, 'form')), async () => {
        const reply = find(section, '#reply');
        reply.hidden = true;
        reply.textContent = JSON.stringify(await flow.call(sample), null, 2);
        reply.hidden = false;
      });
    }
  },

  'no-session'({ flow, form, root }) {
    const why = flow.whyNoSession;
    say(find(root, 'h1'), `no-session.${why}.title`);
    say(find(root, '.lead'), `no-session.${why}`);
    find(root, '.advice').hidden = why !== 'dropped';
    find(root, '#localhost').hidden = location.hostname !== 'localhost';
    // Another try would not make the token smaller.
    form.hidden = why === 'too-large';
    connect(form, () => flow.verifySession());
  },

  'forgot-password'({ flow, form, root }) {
    input(root, 'username').value = flow.username;
    connect(form, ({ username }) => flow.forgotPassword(username));
  },

  'reset-password'({ flow, form, root }) {
    input(root, 'username').value = flow.username;
    hint(flow, root);
    connect(form, ({ username, code, new_password }) => flow.resetPassword(username, digits(code), new_password));
  },
};

/** @typedef {{flow: Flow, root: HTMLElement, form: HTMLFormElement}} Step */

/**
 * The rules of the pool below the new password; without them the pool still says what it refuses.
 *
 * @param {Flow} flow
 * @param {HTMLElement} root
 * @param {string} [temporaryPassword]
 */
async function hint(flow, root, temporaryPassword) {
  // The elements are looked up before the wait, because the step may be over after it.
  const [list, typed] = [find(root, '#rules'), input(root, 'new_password')];
  const policy = await flow.client.passwordPolicy().catch(() => undefined);
  if (policy) {
    followTyping(list, typed, find(document.documentElement, '#status'), rules(policy, temporaryPassword));
  }
}

/** The second factors to choose from that the page has words for. @param {Challenge} challenge @returns {string[]} */
function methods({ challengeParameters }) {
  try {
    const all = JSON.parse(challengeParameters.MFAS_CAN_CHOOSE);
    return Array.isArray(all) ? all.filter((method) => hasText(`method.${method}`)) : [];
  } catch {
    return [];
  }
}

/** A radio button for a second factor. @param {string} method @param {boolean} isChecked */
function choice(method, isChecked) {
  const label = document.createElement('label');
  label.className = 'choice';
  const radio = Object.assign(document.createElement('input'), { type: 'radio', name: 'method', value: method });
  radio.checked = isChecked;
  const words = document.createElement('span');
  say(words, `method.${method}`);
  label.append(radio, words);
  return label;
}

/** @param {boolean[][]} rows */
function drawn(rows) {
  const svg = document.createElementNS(SVG, 'svg');
  const size = rows.length + 2 * QUIET_ZONE;
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const path = document.createElementNS(SVG, 'path');
  const dark = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z` : '')));
  path.setAttribute('d', dark.join(''));
  svg.append(path);
  return svg;
}

/** Shows the end of the session. @param {HTMLElement} root @param {string} expiresAt */
function until(root, expiresAt) {
  const time = find(root, '#until');
  time.setAttribute('datetime', expiresAt);
}

/** People type the spaces that messages and apps show. @param {string} code */
function digits(code) {
  return code.replace(/\s/g, '');
}

/** @param {HTMLElement} root @param {string} selector */
function find(root, selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/** @param {HTMLElement} root @param {string} name */
function input(root, name) {
  return /** @type {HTMLInputElement} */ (find(root, `[name="${name}"]`));
}

/** @template T @param {T | undefined} value @returns {T} */
function required(value) {
  if (value === undefined) {
    throw new Error('the step is shown without what it needs');
  }
  return value;
}
