// Drives the page of web/ in a browser, in both languages. It reads the addresses of the stacks as JSON and prints each story
// with its error, or null. With "whole" it tells each story in both languages and writes screenshots of every step to a given
// directory.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import jsQR from 'jsqr';

const test = JSON.parse(process.argv[2]);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TEMPORARY = 'Ph3x-Zg7x-Sh5r-Bg8y';
const CHOSEN = 'Tp7a-Na8k-Bd3t-Ly4i';
const ABOUT_HER = {
  'attribute-given_name': 'Emma',
  'attribute-birthdate': '1990-12-31',
  'attribute-phone_number': '+1 202 555-0100',
};
const TOO_LONG_MILLIS = 900_000;
const WAIT_MILLIS = 60_000;
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 812 };
const SMALL = { width: 320, height: 640 };

const texts = {};
for (const [language, file] of [['en', 'en'], ['zh-Hant', 'zh-hant']]) {
  const source = readFileSync(`web/texts-${file}.js`, 'utf8');
  texts[language] = (await import(`data:text/javascript,${encodeURIComponent(source)}`)).default;
}

/** The user pool of a stack, through an administrator's operations and the control endpoint. */
class Pool {
  constructor({ poolUrl, poolId, controlUrl }) {
    Object.assign(this, { poolUrl, poolId, controlUrl });
  }

  async invite(username) {
    const reply = await fetch(this.poolUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.AdminCreateUser',
      },
      body: JSON.stringify({
        UserPoolId: this.poolId,
        Username: username,
        TemporaryPassword: TEMPORARY,
        MessageAction: 'SUPPRESS',
        UserAttributes: [
          { Name: 'email', Value: `${username}@example.com` },
          { Name: 'email_verified', Value: 'true' },
        ],
      }),
    });
    assert.equal(reply.status, 200, await reply.text());
  }

  async control(method, path, body) {
    const reply = await fetch(this.controlUrl + path, {
      method,
      headers: body && { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    assert.equal(reply.status, 200);
    return reply.json();
  }

  advance(seconds) {
    return this.control('POST', '/clock', { advanceSeconds: seconds });
  }

  breakNext(operation, fault) {
    return this.control('POST', '/faults', { operation, ...fault });
  }

  async count(operation) {
    return (await this.control('GET', '/ledger')).filter((entry) => entry.operation === operation).length;
  }

  async lastSecretOf(username) {
    return (await this.control('GET', '/outbox')).filter((message) => message.username === username).at(-1).secret;
  }

  async codeOf(secret) {
    const { now } = await this.control('GET', '/clock');
    return totp(secret, Math.floor(Date.parse(now) / 30_000));
  }
}

/** An authenticator app (RFC 6238). */
function totp(secret, step) {
  const bits = [...secret].map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(digit).toString(2).padStart(5, '0'));
  const key = Buffer.from(bits.join('').match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** A user of the page, in a tab of a new browser. */
class Person {
  static async at(browser, site, language, name) {
    const context = await browser.newContext({ locale: language === 'en' ? 'en-GB' : 'zh-TW', viewport: DESKTOP });
    const person = new Person();
    Object.assign(person, { context, site, language, name: `${name}-${language.toLowerCase()}`, foreign: [], complaints: [] });
    context.on('request', (request) => {
      if (!request.url().startsWith(site.url)) {
        person.foreign.push(request.url());
      }
    });
    person.page = await context.newPage();
    person.page.setDefaultTimeout(WAIT_MILLIS);
    person.page.on('pageerror', (error) => person.complaints.push(error.message));
    person.page.on('console', (message) => {
      if (/content security policy|trusted/i.test(message.text())) {
        person.complaints.push(message.text());
      }
    });
    await site.pool.invite(person.name);
    await person.page.goto(site.url);
    await person.is('sign-in');
    return person;
  }

  text(key, values = {}) {
    return texts[this.language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  async is(step, title = `${step}.title`) {
    await this.page.waitForSelector(`[data-step="${step}"]`);
    assert.equal(await this.page.locator('h1').innerText(), this.text(title));
    assert.equal(await this.page.getAttribute('html', 'lang'), this.language);
    assert.equal(await this.page.title(), this.text(title));
  }

  /** Checks the step in light and dark colours and in every screen size. */
  async look(step, name = step, title = undefined) {
    await this.is(step, title);
    for (const colorScheme of ['light', 'dark']) {
      await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const found = await this.page.evaluate(
        `${axe};axe.run(document, {resultTypes: ['violations']}).then(({violations}) =>
          violations.map(({id, nodes}) => id + ' ' + nodes.map(({html}) => html)))`,
      );
      assert.deepEqual(found, [], `axe, ${name}, ${colorScheme}`);
      for (const [screen, size] of Object.entries(test.whole ? { desktop: DESKTOP, phone: PHONE } : {})) {
        await this.page.setViewportSize(size);
        const file = `${name}-${this.language}-${screen}-${colorScheme}.png`;
        await this.page.screenshot({ path: `${test.screenshots}/${file}`, fullPage: true });
      }
    }
    await this.page.setViewportSize(SMALL);
    assert.ok(await this.page.evaluate(() => document.documentElement.scrollWidth <= 320), `${name} at 320 px`);
    await this.page.setViewportSize(DESKTOP);
    await this.page.emulateMedia({ colorScheme: 'light' });
  }

  fill(fields) {
    return Object.entries(fields).reduce(
      (before, [name, value]) => before.then(() => this.page.fill(`[name="${name}"]`, value)),
      Promise.resolve(),
    );
  }

  async send(fields) {
    await this.fill(fields);
    await this.page.locator('form').first().locator('.primary').click();
  }

  async signIn(password) {
    await this.send({ username: this.name, password });
  }

  async choose(password) {
    await this.send({ new_password: password, confirmation: password });
  }

  /** Checks that the message is visible, in the right language, and focused. */
  async isTold(key, values) {
    await this.page.locator('.message p', { hasText: this.text(key, values) }).first().waitFor();
    assert.ok(await this.page.evaluate(() => document.activeElement.matches('.message[role="alert"]')), `focus on ${key}`);
  }

  async isSignedIn() {
    await this.is('signed-in');
    assert.equal(await this.page.locator('#who').innerText(), this.name);
  }

  async keepsNoSecret() {
    const stored = await this.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    for (const secret of [TEMPORARY, CHOSEN, 'eyJ', 'password":"']) {
      assert.ok(!stored.includes(secret), 'a secret is stored');
    }
  }

  async leave() {
    assert.deepEqual(this.foreign, []);
    assert.deepEqual(this.complaints, []);
    await this.keepsNoSecret();
    await this.context.close();
  }
}

const STORIES = {
  async 'a first login, from the invitation to the sign-out'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.look('sign-in');
    await emma.send({ username: emma.name });
    await emma.isTold('missing.one', { field: emma.text('password') });
    await emma.signIn('not-the-password');
    await emma.isTold('error.not_authorized');
    await emma.look('sign-in', 'sign-in-refused');
    await emma.signIn(TEMPORARY);
    await emma.page.locator('#rules li').first().waitFor();
    await emma.fill({ new_password: 'abcDEF' });
    assert.equal(await emma.page.locator('#rules li[data-met="true"]').count(), 4);
    await emma.look('new-password');
    for (const blank of [`${CHOSEN} `, `\t${CHOSEN}`]) {
      await emma.fill({ new_password: blank });
      assert.equal(await emma.page.locator('#rules li[data-met="false"]').count(), 1);
      await emma.choose(blank);
      await emma.isTold('error.blank_ends');
    }
    await emma.choose('short');
    await emma.isTold('error.invalid_password');
    assert.equal(await emma.page.getAttribute('[name="new_password"]', 'aria-invalid'), 'true');
    await emma.send({ new_password: CHOSEN, confirmation: TEMPORARY });
    await emma.isTold('error.passwords_differ');
    await emma.choose(TEMPORARY);
    await emma.isTold('error.password_reused');
    await emma.choose(CHOSEN);
    await emma.isSignedIn();
    await emma.page.locator('#sample button').click();
    await emma.page.locator('#reply', { hasText: `Hello ${emma.name}` }).waitFor();
    await emma.look('signed-in');
    await emma.page.reload();
    await emma.isSignedIn();
    await emma.send({});
    await emma.isTold('notice.signed-out');
    await emma.page.goBack();
    await emma.is('sign-in');
    await emma.signIn(CHOSEN);
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'reload and back keep the step, and no password'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.keepsNoSecret();
    await emma.page.reload();
    await emma.is('new-password');
    await emma.page.goBack();
    await emma.is('sign-in');
    assert.equal(await emma.page.inputValue('[name="username"]'), emma.name);
    await emma.page.locator('#pending button').click();
    await emma.is('new-password');
    await emma.page.goto(`${plain.url}config.json`);
    await emma.page.goBack();
    await emma.is('new-password');
    await emma.choose(CHOSEN);
    await emma.isSignedIn();
    await emma.page.goBack();
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'whoever types an e-mail address is called by it, and by nothing else in a password manager'({ plain }, arrive) {
    const emma = await arrive(plain);
    const typed = `${emma.name}@example.com`;
    await emma.send({ username: typed, password: TEMPORARY });
    await emma.is('new-password');
    assert.equal(await emma.page.inputValue('[autocomplete="username"]'), typed);
    assert.equal(await emma.page.locator('.lead').innerText(), emma.text('new-password.lead', { username: typed }));
    await emma.choose(CHOSEN);
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'two clicks are one request'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.fill({ new_password: CHOSEN, confirmation: CHOSEN });
    const before = await plain.pool.count('RespondToAuthChallenge');
    await plain.pool.breakNext('RespondToAuthChallenge', { kind: 'delay', millis: 400 });
    await emma.page.locator('.primary').dblclick();
    await emma.page.locator('.primary').click({ force: true });
    await emma.page.press('[name="confirmation"]', 'Enter');
    await emma.isSignedIn();
    assert.equal(await plain.pool.count('RespondToAuthChallenge'), before + 1);
    await emma.leave();
  },

  async 'what is under way is not sent again by who goes back'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    const before = await plain.pool.count('RespondToAuthChallenge');
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await emma.page.route('**/change-password', async (route) => {
      await held;
      await route.continue();
    });
    await emma.choose(CHOSEN);
    await emma.page.evaluate(() => history.back());
    await emma.page.locator('[data-go="sign-in"]').click();
    await emma.is('new-password');
    await emma.page.waitForURL(/#new-password$/);
    letGo();
    await emma.isSignedIn();
    assert.equal(await plain.pool.count('RespondToAuthChallenge'), before + 1);
    await emma.leave();
  },

  async 'a session that expired is renewed while the temporary password is known'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await plain.pool.advance(901);
    await emma.choose(CHOSEN);
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'a session that expired after a reload leads back, with the name'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.page.reload();
    await emma.is('new-password');
    await plain.pool.advance(901);
    await emma.choose(CHOSEN);
    await emma.isTold('notice.session_expired');
    assert.equal(await emma.page.inputValue('[name="username"]'), emma.name);
    await emma.send({ password: TEMPORARY });
    await emma.is('new-password');
    await emma.choose(CHOSEN);
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'after a lost answer the new password is tried'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await plain.pool.breakNext('RespondToAuthChallenge', { kind: 'drop', when: 'after-apply' });
    await emma.choose(CHOSEN);
    await emma.isTold('notice.outcome-new-password');
    await emma.look('sign-in', 'sign-in-after-a-lost-answer');
    await emma.send({});
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'whoever is throttled waits, and is shown how long'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.page.clock.install();
    await plain.pool.breakNext('InitiateAuth', { kind: 'error', type: 'TooManyRequestsException', status: 400, times: 2 });
    await emma.signIn(TEMPORARY);
    await emma.isTold('error.too_many_requests');
    const submit = emma.page.locator('.primary');
    assert.equal(await submit.getAttribute('aria-disabled'), 'true');
    assert.match(await submit.innerText(), /0:0\d/);
    await plain.pool.control('DELETE', '/faults');
    await emma.page.clock.fastForward(60_000);
    await emma.page.locator('.primary:not([aria-disabled])').click();
    await emma.is('new-password');
    await emma.leave();
  },

  async 'without a network nothing is lost'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.context.setOffline(true);
    await emma.choose(CHOSEN);
    await emma.isTold('error.network_failure');
    await emma.context.setOffline(false);
    await emma.send({});
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'a cookie that the browser dropped is noticed'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.page.route('**/change-password', async (route) => {
      const reply = await route.fetch();
      await emma.context.clearCookies();
      await route.fulfill({ status: 200, contentType: 'application/json', body: await reply.text() });
    });
    await emma.choose(CHOSEN);
    await emma.look('no-session', 'no-session', 'no-session.dropped.title');
    await emma.page.locator('.lead', { hasText: emma.text('no-session.dropped') }).waitFor();
    assert.equal(await emma.page.locator('#localhost').isVisible(), new URL(plain.url).hostname === 'localhost');
    await emma.leave();
  },

  async 'a forgotten password is replaced'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.choose(CHOSEN);
    await emma.isSignedIn();
    await emma.send({});
    await emma.isTold('notice.signed-out');
    await emma.page.locator('[data-go="forgot-password"]').click();
    await emma.look('forgot-password');
    await emma.send({ username: emma.name });
    await emma.look('reset-password');
    await emma.page.reload();
    await emma.is('reset-password');
    const next = `${CHOSEN}-2`;
    await emma.send({ code: '0000 00', new_password: next, confirmation: next });
    await emma.isTold('error.code_mismatch');
    await emma.send({ code: await plain.pool.lastSecretOf(emma.name) });
    await emma.isTold('notice.password-changed');
    await emma.send({});
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'a new password whose confirmation was lost on the way is tried'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.choose(CHOSEN);
    await emma.isSignedIn();
    await emma.send({});
    await emma.isTold('notice.signed-out');
    await emma.page.locator('[data-go="forgot-password"]').click();
    await emma.send({ username: emma.name });
    await emma.is('reset-password');
    await emma.page.route('**/confirm-forgot-password', async (route) => {
      await route.fetch();
      await route.abort();
    });
    const next = `${CHOSEN}-2`;
    await emma.send({ code: await plain.pool.lastSecretOf(emma.name), new_password: next, confirmation: next });
    await emma.isTold('error.network_failure');
    await emma.page.unroute('**/confirm-forgot-password');
    await emma.send({});
    await emma.isTold('notice.outcome-reset');
    await emma.send({});
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'the keyboard is enough'({ plain }, arrive) {
    const emma = await arrive(plain);
    const { keyboard } = emma.page;
    await keyboard.type(emma.name);
    await keyboard.press('Tab');
    await keyboard.type(TEMPORARY);
    await keyboard.press('Enter');
    await emma.is('new-password');
    await keyboard.press('Tab');
    await keyboard.type(CHOSEN);
    await keyboard.press('Tab');
    await keyboard.press('Space');
    assert.equal(await emma.page.getAttribute('[name="new_password"]', 'type'), 'text');
    const reveal = emma.page.locator('.reveal').first();
    assert.equal(await reveal.getAttribute('aria-label'), emma.text('hide-password'));
    assert.equal(await reveal.innerText(), emma.text('hide'));
    await keyboard.press('Tab');
    await keyboard.type(CHOSEN);
    await keyboard.press('Enter');
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'the language can be switched in the middle, and stays'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn('not-the-password');
    await emma.isTold('error.not_authorized');
    emma.language = emma.language === 'en' ? 'zh-Hant' : 'en';
    await emma.page.locator(`[data-language="${emma.language}"]`).click();
    await emma.is('sign-in');
    await emma.page.locator('.message', { hasText: emma.text('error.not_authorized') }).waitFor();
    assert.equal(await emma.page.inputValue('[name="username"]'), emma.name);
    await emma.page.reload();
    await emma.is('sign-in');
    await emma.leave();
  },

  async 'required attributes, an authenticator app set up, and its code the next time'({ strict }, arrive) {
    const emma = await arrive(strict);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    const types = await emma.page.$$eval('#attributes input', (inputs) => inputs.map(({ name, type }) => [name, type]));
    assert.deepEqual(Object.fromEntries(types), {
      'attribute-given_name': 'text',
      'attribute-phone_number': 'tel',
      'attribute-birthdate': 'date',
    });
    await emma.look('new-password', 'new-password-with-attributes');
    await emma.fill({ 'attribute-given_name': 'Emma', 'attribute-birthdate': '1990-12-31' });
    await emma.fill({ 'attribute-phone_number': '12' });
    await emma.choose(CHOSEN);
    await emma.isTold('error.attribute_invalid', { field: emma.text('attribute.phone_number') });
    assert.equal(await emma.page.getAttribute('[name="attribute-phone_number"]', 'aria-invalid'), 'true');
    await emma.fill({ 'attribute-phone_number': '+1 202 555-0100' });
    await emma.choose(CHOSEN);
    await emma.look('set-up-app');
    await emma.page.reload();
    await emma.is('set-up-app');
    const secret = (await emma.page.locator('#key').innerText()).replace(/\s/g, '');
    const scanned = new URL(await scan(emma.page));
    assert.equal(scanned.searchParams.get('secret'), secret);
    await emma.send({ code: '12 34 5x' });
    await emma.isTold('error.code_invalid');
    await emma.send({ code: await strict.pool.codeOf(secret) });
    await emma.isSignedIn();
    await emma.send({});
    await emma.isTold('notice.signed-out');
    await strict.pool.advance(60);
    await emma.signIn(CHOSEN);
    await emma.look('enter-code');
    await strict.pool.advance(901);
    await emma.send({ code: await strict.pool.codeOf(secret) });
    await emma.isTold('notice.began-again');
    await emma.send({ code: await strict.pool.codeOf(secret) });
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'whoever is given another key is told to drop the former'({ strict }, arrive) {
    const emma = await arrive(strict);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.fill(ABOUT_HER);
    await emma.choose(CHOSEN);
    await emma.is('set-up-app');
    const former = await emma.page.locator('#key').innerText();
    await strict.pool.advance(901);
    await emma.send({ code: await strict.pool.codeOf(former.replace(/\s/g, '')) });
    await emma.isTold('notice.began-again-key');
    const secret = (await emma.page.locator('#key').innerText()).replace(/\s/g, '');
    assert.notEqual(secret, former.replace(/\s/g, ''));
    await emma.send({ code: await strict.pool.codeOf(secret) });
    await emma.isSignedIn();
    await emma.leave();
  },

  async 'an authenticator app that cannot be set up just now is set up with the next sign-in'({ strict }, arrive) {
    const emma = await arrive(strict);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.fill(ABOUT_HER);
    await strict.pool.breakNext('AssociateSoftwareToken', { kind: 'error', type: 'TooManyRequestsException', status: 400, times: 9 });
    await emma.choose(CHOSEN);
    await emma.isTold('notice.set-up-interrupted');
    await strict.pool.control('DELETE', '/faults');
    await emma.send({});
    await emma.is('set-up-app');
    await emma.leave();
  },

  async 'who has several second factors chooses, and is told where the code went'({ plain }, arrive) {
    const emma = await arrive(plain);
    const reply = (name, parameters) => ({
      json: {
        message: 'Further verification required',
        challengeName: name,
        session: 'AYABeMr7-VHYy7Og1x5J0cTzq4vVZQ',
        challengeParameters: parameters,
        username: emma.name,
        sessionExpiresInSeconds: 900,
      },
    });
    await emma.page.route('**/login', (route) =>
      route.fulfill(reply('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["A_LATER_ONE","SMS_MFA","EMAIL_OTP"]' })),
    );
    await emma.page.route('**/challenge', (route) => {
      assert.equal(route.request().postDataJSON().answer, 'EMAIL_OTP');
      return route.fulfill(
        reply('EMAIL_OTP', { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'e***@e***' }),
      );
    });
    await emma.signIn(CHOSEN);
    await emma.look('choose-method');
    assert.deepEqual(await emma.page.locator('.choice').allInnerTexts(), ['SMS_MFA', 'EMAIL_OTP'].map((method) => emma.text(`method.${method}`)));
    await emma.page.locator('[value="EMAIL_OTP"]').check();
    await emma.send({});
    await emma.is('enter-code');
    const told = emma.text('enter-code.EMAIL', { destination: 'e***@e***' });
    assert.equal(await emma.page.locator('.lead').innerText(), told);
    // The focus is on the field below the text, and a screen reader reads the text together with the field.
    assert.equal(
      await emma.page.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-describedby')).innerText),
      told,
    );
    await emma.leave();
  },

  async 'a code by e-mail is called one, wherever it went'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.page.route('**/login', (route) =>
      route.fulfill({ json: { message: 'M', challengeName: 'EMAIL_OTP', session: 's', challengeParameters: {}, username: 'emma' } }),
    );
    await emma.signIn(CHOSEN);
    await emma.is('enter-code');
    assert.equal(await emma.page.locator('.lead').innerText(), emma.text('enter-code.EMAIL.unnamed'));
    await emma.leave();
  },

  async 'a challenge that the page does not know is explained'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.page.route('**/login', (route) =>
      route.fulfill({
        json: { message: 'M', challengeName: 'A_LATER_ONE', session: 's'.repeat(20), challengeParameters: {}, username: 'emma' },
      }),
    );
    await emma.signIn(CHOSEN);
    await emma.look('unsupported');
    await emma.leave();
  },

  async 'second factors that the page cannot offer are explained'({ plain }, arrive) {
    const emma = await arrive(plain);
    for (const MFAS_CAN_CHOOSE of ['["A_LATER_ONE"]', 'no JSON', 'null', undefined]) {
      await emma.page.route('**/login', (route) =>
        route.fulfill({
          json: { message: 'M', challengeName: 'SELECT_MFA_TYPE', session: 's', challengeParameters: { MFAS_CAN_CHOOSE }, username: 'emma' },
        }),
      );
      await emma.signIn(CHOSEN);
      await emma.is('unsupported');
      await emma.page.locator('[data-go="sign-in"]').click();
      await emma.is('sign-in');
      assert.equal(await emma.page.locator('#pending').isVisible(), false);
    }
    await emma.leave();
  },

  async 'a page that cannot learn where the API is says so, and tries again'({ plain }, arrive) {
    const emma = await arrive(plain);
    const answerOnce = (reply) => emma.page.route('**/config.json', (route) => route.fulfill(reply), { times: 1 });
    await answerOnce({ status: 503, body: '' });
    await emma.page.reload();
    await emma.look('unreachable');
    await emma.send({});
    await emma.is('sign-in');
    for (const absent of [{ status: 404, body: '' }, { status: 403, body: '' }, { contentType: 'application/json', body: 'null' }]) {
      await answerOnce(absent);
      await emma.page.reload();
      await emma.is('sign-in');
    }
    await emma.leave();
  },

  async 'nothing moves before whoever asked for that'({ plain }, arrive) {
    const emma = await arrive(plain);
    let letGo;
    const held = new Promise((resolve) => (letGo = resolve));
    await emma.page.route('**/session', async (route) => {
      await held;
      await route.continue();
    });
    await emma.page.reload({ waitUntil: 'commit' });
    await emma.is('loading');
    const moving = () => emma.page.evaluate(() => document.getAnimations().length);
    assert.notEqual(await moving(), 0);
    await emma.page.emulateMedia({ reducedMotion: 'reduce' });
    assert.equal(await moving(), 0);
    letGo();
    await emma.is('sign-in');
    await emma.leave();
  },

  async 'a password policy that comes late stops nothing'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.page.route('**/password-policy', async (route) => {
      await emma.page.waitForSelector('[data-step="sign-in"]');
      await route.continue();
    });
    const late = emma.page.waitForResponse('**/password-policy');
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.page.locator('[data-go="sign-in"]').click();
    await (await late).finished();
    await emma.is('sign-in');
    await emma.leave();
  },

  async 'an error that names no field ends in no open colon'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.page.route('**/change-password', (route) =>
      route.fulfill({ status: 400, json: { message: 'M', code: 'attribute_invalid', requestId: 'r' } }),
    );
    await emma.choose(CHOSEN);
    await emma.isTold('error.attribute_invalid.unnamed');
    await emma.leave();
  },

  async 'a session that ended elsewhere leads back to the sign-in'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.choose(CHOSEN);
    await emma.isSignedIn();
    await emma.context.clearCookies();
    await emma.page.locator('#sample button').click();
    await emma.isTold('error.session_ended');
    await emma.leave();
  },

  async 'a session that a route refuses is renewed, or told to be over'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.choose(CHOSEN);
    await emma.isSignedIn();
    const refuseOnce = () =>
      emma.page.route('**/sample', (route) => route.fulfill({ status: 403, json: { message: 'Forbidden' } }), { times: 1 });
    await refuseOnce();
    await emma.page.locator('#sample button').click();
    await emma.page.locator('#reply', { hasText: `Hello ${emma.name}` }).waitFor();
    await refuseOnce();
    await emma.context.clearCookies();
    await emma.page.locator('#sample button').click();
    await emma.isTold('error.session_ended');
    await emma.leave();
  },

  async 'a browser that stores nothing at all is told so'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.context.addInitScript(() => {
      for (const area of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, area, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }
    });
    await emma.page.route('**/session', (route) =>
      route.fulfill({ status: 401, json: { message: 'M', code: 'session_ended', requestId: 'r' } }),
    );
    await emma.page.reload();
    await emma.is('sign-in');
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.choose(CHOSEN);
    await emma.is('no-session', 'no-session.dropped.title');
    await emma.context.close();
  },

  async 'a token too large for a cookie is explained'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.page.route('**/login', (route) =>
      route.fulfill({ json: { message: 'Login successful', code: 'token_too_large', session: 'not_set', requestId: 'r' } }),
    );
    await emma.signIn(CHOSEN);
    await emma.look('no-session', 'no-session-too-large', 'no-session.too-large.title');
    assert.equal(await emma.page.locator('.lead').innerText(), emma.text('no-session.too-large'));
    assert.equal(await emma.page.locator('form').isVisible(), false);
    await emma.leave();
  },

  async 'a session that could not be checked is not called dropped, and is checked again'({ plain }, arrive) {
    const emma = await arrive(plain);
    await emma.signIn(TEMPORARY);
    await emma.is('new-password');
    await emma.page.route('**/session', (route) => route.abort());
    await emma.choose(CHOSEN);
    await emma.is('no-session', 'no-session.unchecked.title');
    await emma.page.unroute('**/session');
    await emma.send({});
    await emma.isSignedIn();
    await emma.leave();
  },
};

/** The text of the drawn QR code, read by an independent library. */
async function scan(page) {
  const { size, modules } = await page.evaluate(() => {
    const svg = document.querySelector('#qr svg');
    const found = [...svg.querySelector('path').getAttribute('d').matchAll(/M(\d+) (\d+)h1v1h-1z/g)];
    return { size: svg.viewBox.baseVal.width, modules: found.map(([, x, y]) => [Number(x), Number(y)]) };
  });
  const scale = 4;
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [x, y] of modules) {
    for (let row = 0; row < scale; row++) {
      for (let column = 0; column < scale; column++) {
        const start = ((y * scale + row) * width + x * scale + column) * 4;
        pixels.fill(0, start, start + 3);
      }
    }
  }
  return jsQR(pixels, width, width).data;
}

setTimeout(() => {
  console.error('the browser takes too long');
  process.exit(1);
}, TOO_LONG_MILLIS).unref();
mkdirSync(test.screenshots, { recursive: true });
const browser = await chromium.launch({
  executablePath: test.chromium,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
});

/**
 * Without "whole", a story that checks how a step looks is told in both languages. Each other story is told in one language,
 * because its texts are the only difference.
 */
function isTold(index, happens, language) {
  return test.whole || happens.toString().includes('.look(') || index % 2 === Object.keys(texts).indexOf(language);
}

/** The stories of one language. The language has its own stacks, because the stories inject faults and set clocks. */
async function tell(language) {
  const sites = Object.fromEntries(
    Object.entries(test.sites[language]).map(([name, site]) => [name, { url: `${site.url}/`, pool: new Pool(site) }]),
  );
  const told = [];
  for (const [index, [story, happens]] of Object.entries(STORIES).entries()) {
    if (!isTold(index, happens, language)) {
      continue;
    }
    let error = null;
    try {
      await happens(sites, (site) => Person.at(browser, site, language, `emma${index}`));
    } catch (failure) {
      error = failure.stack;
    }
    told.push({ story, language, error });
  }
  return told;
}

console.log(JSON.stringify((await Promise.all(Object.keys(texts).map(tell))).flat()));
await browser.close();
process.exit(0);
