// The browser's storage for the page. If all cookies are blocked, every access to it throws; the values are then in memory.

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
