// The language of the page. Elements name their texts in data-text and data-label.

import { recall, remember } from './storage.js';
import en from './texts-en.js';
import zhHant from './texts-zh-hant.js';

/** @type {Record<string, Record<string, string>>} */
const TEXTS = { en, 'zh-Hant': zhHant };
const CHOICE = 'language';

let language = chosen() ?? preferred();

/** The texts of errors and of whatever else may have none. @param {string} key */
export function hasText(key) {
  return Object.hasOwn(en, key);
}

/**
 * Of a text that does not exist its key: better than a page that stops.
 *
 * @param {string} key
 * @param {Record<string, unknown>} [values]
 */
export function text(key, values = {}) {
  return (TEXTS[language][key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/**
 * Gives an element a text that stays right when the language changes. A value may be a text too: `{text: key}`.
 *
 * @param {Element} element
 * @param {string} key
 * @param {Record<string, unknown>} [values]
 */
export function say(element, key, values = {}) {
  const { dataset } = /** @type {HTMLElement} */ (element);
  dataset.text = key;
  dataset.values = JSON.stringify(values);
  translate(element);
}

/** Brings an element and everything in it into the language. @param {Element} root */
export function translate(root) {
  for (const element of within(root, '[data-text]')) {
    const { text: key = '', values = '{}' } = element.dataset;
    element.textContent = text(key, translated(JSON.parse(values)));
  }
  for (const element of within(root, '[data-label]')) {
    element.setAttribute('aria-label', text(element.dataset.label ?? ''));
  }
  for (const element of within(root, 'time[datetime]')) {
    const time = new Date(element.getAttribute('datetime') ?? '');
    element.textContent = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
  }
}

/** Lets the page be switched. @param {NodeListOf<HTMLButtonElement>} buttons */
export function offer(buttons) {
  const speak = () => {
    document.documentElement.lang = language;
    translate(document.documentElement);
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    }
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      language = button.dataset.language ?? 'en';
      remember('localStorage', CHOICE, language);
      speak();
    });
  }
  speak();
}

/** @returns {string | undefined} */
function chosen() {
  const choice = recall('localStorage', CHOICE) ?? '';
  return Object.hasOwn(TEXTS, choice) ? choice : undefined;
}

/** The first of the browser's languages that is spoken here; of Chinese there is one kind. */
function preferred() {
  for (const each of navigator.languages) {
    if (/^zh\b/i.test(each)) {
      return 'zh-Hant';
    }
    if (/^en\b/i.test(each)) {
      return 'en';
    }
  }
  return 'en';
}

/** @param {Record<string, unknown>} values */
function translated(values) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isText(value) ? text(value.text) : value]),
  );
}

/** @param {unknown} value @returns {value is {text: string}} */
function isText(value) {
  return typeof value === 'object' && value !== null && 'text' in value;
}

/** @param {Element} root @param {string} selector @returns {HTMLElement[]} */
function within(root, selector) {
  const inner = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
  return root.matches(selector) ? [/** @type {HTMLElement} */ (root), ...inner] : inner;
}
