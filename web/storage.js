// What the browser stores for the page. With all cookies blocked even touching a storage throws; then it is kept in memory.

/** @type {Map<string, string>} */
const memory = new Map();

/** @param {'localStorage' | 'sessionStorage'} area @param {string} key */
export function recall(area, key) {
  try {
    return window[area].getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

/** @param {'localStorage' | 'sessionStorage'} area @param {string} key @param {string} value */
export function remember(area, key, value) {
  try {
    window[area].setItem(key, value);
  } catch {
    memory.set(key, value);
  }
}
