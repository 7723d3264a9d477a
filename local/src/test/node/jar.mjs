// A cookie jar by RFC 6265bis. Takes a case as JSON: who sets which cookies, what they are set to when cleared, who is
// visited from which site, and what must be refused. Prints the names that are sent and left, and what was stored after all.

import { CookieJar } from 'tough-cookie';

const test = JSON.parse(process.argv[2]);
const newJar = () => new CookieJar(undefined, { prefixSecurity: 'strict', rejectPublicSuffixes: true });
const names = (cookies) => cookies.map((cookie) => cookie.key).sort();

const jar = newJar();
for (const cookie of test.set) {
  await jar.setCookie(cookie, test.url);
}
const contexts = { 'same-site': 'strict', 'cross-site': 'none' };
async function visits() {
  const sent = {};
  for (const visit of test.visits) {
    const [from, url] = visit.split(' ');
    sent[visit] = names(await jar.getCookies(url, { sameSiteContext: contexts[from] }));
  }
  return sent;
}
const sent = await visits();
for (const cookie of test.clear) {
  await jar.setCookie(cookie, test.url);
}
// This jar throws expired cookies out when it comes upon them.
await visits();
const left = names((await jar.serialize()).cookies);

const storedAfterAll = [];
for (const [url, cookie] of test.refused) {
  const fresh = newJar();
  await fresh.setCookie(cookie, url).catch(() => undefined);
  if ((await fresh.serialize()).cookies.length > 0) {
    storedAfterAll.push(`${url} ${cookie.replace(/=[^;]*/, '')}`);
  }
}
console.log(JSON.stringify({ sent, left, storedAfterAll }));
