// A cookie jar by RFC 6265bis. It reads a case as JSON: the cookies that a host sets and clears, the requests with their
// site, and the cookies that must be refused. The script prints the names of the sent, the remaining and the wrongly stored cookies.

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
// This jar deletes an expired cookie only when it reads the cookie.
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
