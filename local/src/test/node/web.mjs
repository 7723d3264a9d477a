// Runs the files of web/ without a browser, and the snippet of docs/front-end.md with an API of canned replies. It prints
// its observations as JSON.

import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';

const read = (path) => readFileSync(path, 'utf8');
const load = (source) => import(`data:text/javascript,${encodeURIComponent(source)}`);

const texts = {
  en: (await load(read('web/texts-en.js'))).default,
  'zh-hant': (await load(read('web/texts-zh-hant.js'))).default,
};
const blanks = Object.fromEntries(
  Object.entries(texts).map(([language, all]) => [
    language,
    Object.fromEntries(
      Object.keys(all)
        .sort()
        .map((key) => [key, (all[key].match(/\{\w+\}/g) ?? []).sort().join()]),
    ),
  ]),
);
const named = [...read('web/index.html').matchAll(/data-(?:text|label|busy)="([^"]+)"/g)].map(([, key]) => key);
const unknown = named.filter((key) => !(key in texts.en));

/** The text of the QR code's modules, read by an independent library. */
function scanned(rows) {
  const quiet = 4;
  const scale = 3;
  const width = (rows.length + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y++) {
    for (let x = 0; x < width; x++) {
      if (rows[Math.floor(y / scale) - quiet]?.[Math.floor(x / scale) - quiet]) {
        pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
  }
  return jsQR(pixels, width, width)?.data;
}

const { qrCode } = await load(read('web/qr-code.js'));
const qrLengths = [1, 14, 15, 26, 27, 42, 62, 84, 106, 122, 152, 180, 181, 213, 251, 287, 331, 362, 412, 450, 504, 560, 900, 1400];
const qrMisread = qrLengths.filter((length) => {
  const text = 'otpauth://totp/名:emma?secret=JBSWY3DPEHPK3PXP&n='.repeat(40).slice(0, length);
  return scanned(qrCode(text)) !== text;
});

/** A small page for the snippet, and an API that answers as docs/openapi.yaml describes. */
async function snippet() {
  const source = /```js\n(\/\/ plain[^]*?)```/.exec(read('docs/front-end.md'))[1];
  const shown = [];
  const replies = {
    'POST /login': { message: 'New password required', challengeName: 'NEW_PASSWORD_REQUIRED', username: 'emma', session: 's' },
    'POST /change-password': { message: 'Password changed successfully' },
    'GET /session': { message: 'Signed in', username: 'emma', expiresAt: '2026-11-25T05:00:00Z' },
  };
  const answer = async (url, { method = 'GET', credentials, headers } = {}) => {
    if (credentials !== 'include' || !headers?.['x-requested-with']) {
      throw new Error('the call lacks what a session needs');
    }
    return Response.json(replies[`${method} ${new URL(url).pathname}`]);
  };
  const typed = { username: 'emma', password: 'Ph3x-Zg7x-Sh5r-Bg8y', newPassword: 'Tp7a-Na8k-Bd3t-Ly4i' };
  await new Function('fetch', 'typed', 'show', `return (async () => {${source}})()`)(answer, typed, (text) => shown.push(text));
  return shown.at(-1);
}

console.log(JSON.stringify({ texts, blanks, unknown, qrLengths, qrMisread, snippet: await snippet() }));
