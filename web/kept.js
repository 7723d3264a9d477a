// The state that survives a reload of this tab: the step of the sign-in, and never a password.

import { recall, remember } from './storage.js';

const KEY = 'sign-in';

/** @typedef {import('./auth-client.js').Challenge} Challenge */

/**
 * @typedef {object} Kept
 * @property {string} username as it was last typed
 * @property {string} signingIn the user name that was typed for the challenge
 * @property {string[]} path the steps so far, for showing how far it is
 * @property {Challenge} [challenge]
 */

/** @returns {Kept} */
export function kept() {
  try {
    return { username: '', signingIn: '', path: [], ...JSON.parse(recall('sessionStorage', KEY) ?? '{}') };
  } catch {
    return { username: '', signingIn: '', path: [] };
  }
}

/** @param {Partial<Kept>} changes */
export function keep(changes) {
  const next = { ...kept(), ...changes };
  if (next.challenge) {
    next.challenge = withoutAttributes(next.challenge);
  }
  remember('sessionStorage', KEY, JSON.stringify(next));
}

/** Leaves out the attributes that the administrator set, because the page does not need them. @param {Challenge} challenge */
function withoutAttributes({ challengeParameters, ...challenge }) {
  const { userAttributes, requiredAttributes, ...rest } = challengeParameters;
  return { ...challenge, challengeParameters: rest };
}
