// A cookie jar by RFC 6265bis for one visitor. For each line of JSON, {"url", "set": [cookies]}, it stores the cookies and
// prints, as a list, the cookies that it would send to that address next.

import { createInterface } from 'node:readline';
import { CookieJar } from 'tough-cookie';

const jar = new CookieJar(undefined, { prefixSecurity: 'strict', rejectPublicSuffixes: true });

for await (const line of createInterface({ input: process.stdin })) {
  const { url, set } = JSON.parse(line);
  for (const cookie of set) {
    await jar.setCookie(cookie, url);
  }
  const sent = await jar.getCookieString(url, { sameSiteContext: 'none' });
  console.log(JSON.stringify(sent === '' ? [] : sent.split('; ')));
}
