// The pool's password policy as a list that follows the typing. The list is a hint: the pool decides.

import { say, text } from './language.js';

/** The symbols of Cognito's policy; a space counts only inside a password. */
const SYMBOL = /[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+= ]/;

/**
 * The blanks of Cognito's pattern of a password, `^[\S]+.*[\S]+$`, are those of ASCII. `trim` and `\s` also remove
 * blanks that Cognito accepts.
 */
const BLANK_ENDS = /^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g;

/** Whether Cognito refuses it for a blank before its first or after its last character. @param {string} password */
export function hasBlankEnds(password) {
  return password.search(BLANK_ENDS) >= 0;
}

/** @typedef {{key: string, values?: Record<string, unknown>, isMet?: (password: string) => boolean}} Rule */

/**
 * @param {import('./auth-client.js').PasswordPolicy} policy
 * @param {string} [temporaryPassword]
 * @returns {Rule[]} those without a test cannot be known here
 */
export function rules(policy, temporaryPassword) {
  /** @type {(Rule | false)[]} */
  const all = [
    {
      key: 'rule.length',
      values: { count: policy.minimumLength },
      isMet: (password) => password.length >= policy.minimumLength,
    },
    policy.requireUppercase && { key: 'rule.uppercase', isMet: (password) => /[A-Z]/.test(password) },
    policy.requireLowercase && { key: 'rule.lowercase', isMet: (password) => /[a-z]/.test(password) },
    policy.requireNumbers && { key: 'rule.number', isMet: (password) => /[0-9]/.test(password) },
    policy.requireSymbols && { key: 'rule.symbol', isMet: (password) => SYMBOL.test(password.replace(BLANK_ENDS, '')) },
    { key: 'rule.blank', isMet: (password) => password !== '' && !hasBlankEnds(password) },
    temporaryPassword !== undefined && {
      key: 'rule.different',
      isMet: (password) => password !== '' && password !== temporaryPassword,
    },
    policy.passwordHistorySize > 0 && { key: 'rule.history', values: { count: policy.passwordHistorySize } },
  ];
  return all.filter((rule) => rule !== false);
}

/**
 * Fills the list, and keeps it true while the person types.
 *
 * @param {HTMLElement} list
 * @param {HTMLInputElement} input
 * @param {HTMLElement} status where a screen reader hears of it
 * @param {Rule[]} shown
 */
export function followTyping(list, input, status, shown) {
  const items = shown.map(({ key, values, isMet }) => {
    const item = document.createElement('li');
    const state = document.createElement('span');
    state.className = 'hidden-but-read';
    const words = document.createElement('span');
    say(words, key, values);
    item.append(state, words);
    return { item, state, isMet };
  });
  list.replaceChildren(...items.map(({ item }) => item));
  const testable = items.filter(({ isMet }) => isMet !== undefined);
  let before = -1;
  const update = () => {
    for (const { item, state, isMet } of testable) {
      const met = isMet?.(input.value) ?? false;
      item.dataset.met = String(met);
      say(state, met ? 'rule.met' : 'rule.unmet');
    }
    const met = testable.filter(({ item }) => item.dataset.met === 'true').length;
    if (met !== before && before >= 0) {
      status.textContent = text('rules.status', { met, all: testable.length });
    }
    before = met;
  };
  input.addEventListener('input', update);
  update();
}
