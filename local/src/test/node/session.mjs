// A session from first login to sign-out in a real browser, with hostile pages beside it. The script reads a case as JSON
// and prints its observations as JSON; the Java test checks them.

import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const test = JSON.parse(process.argv[2]);
const seenByScripts = [];
const TOO_LONG_MILLIS = 180_000;
const CLOSE_MILLIS = 5_000;

async function launch(profile) {
  await mkdir(join(profile, 'Default'));
  const controls = test.thirdPartyCookies === 'BLOCKED' ? 1 : 0;
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { cookie_controls_mode: controls } }),
  );
  return chromium.launchPersistentContext(profile, {
    executablePath: test.chromium,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The result of a request of a page's script: a readable reply, an opaque reply, or an error. */
async function ask(page, method, path, { body, headers = {}, mode = 'cors' } = {}) {
  const reply = await page.evaluate(
    async ([url, init]) => {
      try {
        const answer = await fetch(url, { credentials: 'include', ...init });
        return { status: answer.status, type: answer.type, body: await answer.text() };
      } catch (e) {
        return { error: e.name };
      }
    },
    [test.api + path, { method, headers, body, mode }],
  );
  seenByScripts.push(JSON.stringify(reply));
  return reply;
}

const post = (page, path, json) =>
  ask(page, 'POST', path, { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } });
const change = (page, method, path) => ask(page, method, path, { headers: { 'x-requested-with': 'test' } });

async function storage(page) {
  const stored = await page.evaluate(() =>
    JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]),
  );
  seenByScripts.push(stored);
  return stored;
}

async function firstLogin(page) {
  const { username, temporaryPassword, newPassword } = test;
  const challenge = await post(page, '/login', { username, password: temporaryPassword });
  const { session } = JSON.parse(challenge.body);
  return post(page, '/change-password', { username, new_password: newPassword, session });
}

/** Every attempt of a foreign page, with the results of its script and its forms. */
async function foreign(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  const credentials = { username: test.username, password: test.newPassword };
  const scripted = {
    login: await post(page, '/login', credentials),
    signOut: await change(page, 'DELETE', '/session'),
    refresh: await change(page, 'POST', '/session/refresh'),
    read: await ask(page, 'GET', '/session'),
    readSample: await ask(page, 'GET', '/sample'),
    blindLogin: await ask(page, 'POST', '/login', { body: JSON.stringify(credentials), mode: 'no-cors' }),
    blindRefresh: await ask(page, 'POST', '/session/refresh', { mode: 'no-cors' }),
    blindRead: await ask(page, 'GET', '/session', { mode: 'no-cors' }),
  };
  const formReplies = [];
  for (const path of ['/login', '/session/refresh']) {
    await page.goto(address);
    const [reply] = await Promise.all([
      page.waitForNavigation(),
      page.evaluate((action) => {
        const form = Object.assign(document.createElement('form'), { action, method: 'post', enctype: 'text/plain' });
        const field = Object.assign(document.createElement('input'), { name: '{"a":"', value: '"}' });
        form.append(field);
        document.body.append(form);
        form.submit();
      }, test.api + path),
    ]);
    formReplies.push(reply.status());
  }
  await page.close();
  return { address, scripted, formReplies };
}

const profile = await mkdtemp(join(tmpdir(), 'session-'));
setTimeout(() => {
  console.error('the browser takes too long');
  process.exit(1);
}, TOO_LONG_MILLIS).unref();
const context = await launch(profile);
// Runs after Playwright's own handler, which ends a browser that still runs.
process.on('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));
try {
  const cookies = async () =>
    (await context.cookies()).filter((cookie) => cookie.name !== 'probe').sort((a, b) => (a.name < b.name ? -1 : 1));
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(test.page);
  await page.evaluate((url) => fetch(url, { credentials: 'include', mode: 'no-cors' }), test.probe);

  const seen = { thirdPartyCookieKept: (await context.cookies()).some((cookie) => cookie.name === 'probe') };
  seen.before = await ask(page, 'GET', '/session');
  seen.firstLogin = await firstLogin(page);
  seen.signedInCookies = await cookies();
  await page.reload();
  seen.reloaded = await ask(page, 'GET', '/session');
  seen.refreshed = await change(page, 'POST', '/session/refresh');
  seen.refreshedCookies = await cookies();
  seen.sample = await ask(page, 'GET', '/sample');
  seen.storage = await storage(page);
  seen.foreign = [];
  for (const address of test.foreign) {
    seen.foreign.push(await foreign(context, address));
  }
  seen.unharmedCookies = await cookies();
  seen.unharmed = await ask(page, 'GET', '/session');
  seen.signedOut = await change(page, 'DELETE', '/session');
  seen.signedOutCookies = await cookies();
  seen.sampleAfterwards = await ask(page, 'GET', '/sample');
  seen.after = await ask(page, 'GET', '/session');
  seen.byScripts = seenByScripts;
  console.log(JSON.stringify(seen));
} finally {
  // On a busy machine a browser may not end by itself; it is then ended with this process.
  await Promise.race([context.close(), delay(CLOSE_MILLIS)]);
}
process.exit(0);
