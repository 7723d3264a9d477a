// Runs the React and the Vue snippet of docs/front-end.md exactly as printed there. Each is mounted with an API of canned
// replies and completes a first login, after one wrong password.

import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Window } from 'happy-dom';
import typescript from 'typescript';
import { compileScript, parse } from 'vue/compiler-sfc';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const guide = readFileSync(join(root, 'docs', 'front-end.md'), 'utf8');
const snippet = (heading, language) => new RegExp(`^## ${heading}\\n\\n\`\`\`${language}\\n([^]*?)^\`\`\``, 'm').exec(guide)[1];

const window = new Window({ url: 'https://app.example.com/' });
for (const name of ['document', 'Document', 'Element', 'Event', 'FormData', 'HTMLElement', 'Node', 'SVGElement', 'ShadowRoot', 'MathMLElement']) {
  globalThis[name] = window[name];
}
globalThis.window = window;
// Node 22 has its own global, which must not be replaced.
globalThis.navigator ??= window.navigator;

const reply = (status, body) => new Response(JSON.stringify(body), { status });
const CHALLENGE = { message: 'New password required', challengeName: 'NEW_PASSWORD_REQUIRED', username: 'emma', session: 's' };
const SESSION = { message: 'Signed in', username: 'emma', expiresAt: '2026-11-25T05:00:00Z' };

/** The API: a request with the temporary password gets the challenge, and a request that answers it gets a session. */
globalThis.fetch = async (url, { method = 'GET', body } = {}) => {
  const { pathname } = new URL(url);
  const { username, password, new_password: chosen, session } = JSON.parse(body ?? '{}');
  switch (`${method} ${pathname}`) {
    case 'POST /login':
      return username === 'emma' && password === 'temporary'
        ? reply(200, CHALLENGE)
        : reply(401, { message: 'Incorrect username or password.', code: 'invalid_credentials' });
    case 'POST /change-password':
      return session === 's' && username === 'emma' && chosen === 'chosen'
        ? reply(200, { message: 'Password changed successfully' })
        : reply(400, { message: 'no', code: 'invalid_password' });
    default:
      return reply(200, SESSION);
  }
};

async function seen(what, where) {
  for (let tries = 0; tries < 200; tries++) {
    if (what()) {
      return;
    }
    await delay(10);
  }
  assert.fail(`${where} never comes: ${document.body.innerHTML}`);
}

async function firstLogin(framework, mount) {
  document.body.innerHTML = '<div></div>';
  let signedIn;
  await mount(document.querySelector('div'), (session) => (signedIn = session));
  const field = (name) => document.querySelector(`input[autocomplete=${name}]`);
  const type = (name, text) => {
    field(name).value = text;
    field(name).dispatchEvent(new Event('input', { bubbles: true }));
  };
  const submit = () => document.querySelector('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  const alert = () => document.querySelector('[role=alert]')?.textContent;

  await seen(() => field('username'), `${framework}: the form`);
  type('username', 'emma');
  type('current-password', 'wrong');
  submit();
  await seen(() => alert() === 'invalid_credentials', `${framework}: the code of a refusal`);
  type('username', 'emma');
  type('current-password', 'temporary');
  submit();
  await seen(() => field('new-password'), `${framework}: the question for a new password`);
  assert.equal(field('username'), null);
  type('new-password', 'chosen');
  submit();
  await seen(() => signedIn, `${framework}: the session`);
  assert.deepEqual(signedIn, SESSION);
  console.log(`ok: the ${framework} snippet finishes a first login`);
}

const work = mkdtempSync(join(here, 'node_modules', '.snippets-'));
try {
  copyFileSync(join(root, 'web', 'auth-client.js'), join(work, 'auth-client.js'));
  writeFileSync(join(work, 'package.json'), '{"type": "module"}');
  const module = (name, source) => {
    const file = join(work, name);
    writeFileSync(file, source);
    return import(pathToFileURL(file));
  };

  const { FirstLogin } = await module(
    'react.js',
    typescript.transpileModule(snippet('React', 'jsx'), {
      compilerOptions: { jsx: typescript.JsxEmit.ReactJSX, module: typescript.ModuleKind.ESNext, target: typescript.ScriptTarget.ES2022 },
    }).outputText,
  );
  const { createElement } = await import('react');
  const { createRoot } = await import('react-dom/client');
  await firstLogin('React', (element, onSignedIn) => createRoot(element).render(createElement(FirstLogin, { onSignedIn })));

  const { descriptor, errors } = parse(snippet('Vue', 'html'));
  assert.deepEqual(errors, []);
  const { default: component } = await module('vue.js', compileScript(descriptor, { id: 'snippet', inlineTemplate: true }).content);
  const { createApp } = await import('vue');
  await firstLogin('Vue', (element, onSignedIn) => createApp(component, { onSignedIn }).mount(element));
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exit(0);
