// Checks the commands of the README: .ci/readme.mjs FILE, where FILE has the output of a fresh `bin/local`. This script runs each
// curl against that bin/local and compares the reply with the README's, in which '...' stands for anything. .ci/run runs each other
// command, unless a list here names it with a reason.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const NEEDS_AWS = [
  'npx cdk bootstrap',
  'npx cdk deploy --outputs-file outputs.json',
  'npx cdk destroy',
  'bin/invite --outputs-file outputs.json --username demo --email you@example.com',
];

// .ci/run clones the repository that it checks, because this project does not know its own public address.
const CLONE = ['git clone https://git.example.com/cognito-first-login.git', 'cd cognito-first-login'];

const readme = readFileSync('README.md', 'utf8');
const printed = readFileSync(process.argv[2], 'utf8');
const run = readFileSync('.ci/run', 'utf8');

function fail(message) {
  console.error(`FAILED: README.md: ${message}`);
  process.exit(1);
}

function found(text, pattern, what) {
  const match = pattern.exec(text);
  return match ? match[1] : fail(`no ${what}`);
}

/** The commands of a shell block, without comments, with continued lines joined. */
function commandsOf(block) {
  return block
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*/, '').trim())
    .filter((line) => line !== '');
}

/** The commands of a console block, each with the output that the README shows. */
function sessionsOf(block) {
  return block
    .replace(/\\\n\s*/g, '')
    .split(/^\$ /m)
    .slice(1)
    .map((part) => ({ command: part.split('\n', 1)[0], shown: part.slice(part.indexOf('\n') + 1).trim() }));
}

const blocks = (language) => [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map((each) => each[1]);

function holds(shown, got, where) {
  if (typeof shown === 'string' && shown.includes('...')) {
    const parts = shown.split('...').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    if (!new RegExp(`^${parts.join('.*')}$`).test(got)) {
      fail(`${where}: shows ${shown}, got ${got.slice(0, 80)}`);
    }
  } else if (shown !== null && typeof shown === 'object') {
    if (Object.keys(shown).join() !== Object.keys(got).join()) {
      fail(`${where}: shows ${Object.keys(shown)}, got ${Object.keys(got)}`);
    }
    Object.keys(shown).forEach((key) => key === 'requestId' || holds(shown[key], got[key], `${where}: ${key}`));
  } else if (shown !== got) {
    fail(`${where}: shows ${shown}, got ${got}`);
  }
}

/** Checks that the reply has the header lines of the README in any order, and the body of the README. */
function holdsReply(shown, got, where) {
  const [shownBody, ...shownHead] = shown.split('\n\n').reverse();
  const [gotBody, ...gotHead] = got.replace(/\r/g, '').split('\n\n').reverse();
  const lines = gotHead.join('\n').split('\n');
  for (const line of shownHead.join('\n').split('\n').filter((each) => each !== '')) {
    const name = line.split('...')[0];
    holds(line, lines.find((each) => each.startsWith(name)) ?? `no ${name}`, where);
  }
  holds(JSON.parse(shownBody), JSON.parse(gotBody), where);
}

for (const command of blocks('sh').flatMap(commandsOf)) {
  if (![...NEEDS_AWS, ...CLONE].includes(command) && !command.startsWith('aws ') && !run.includes(command)) {
    fail(`'${command}' is not run by .ci/run`);
  }
}
for (const command of [...readme.matchAll(/^\| `((?:bin\/|\.\/mvnw )[^`]+)` \|/gm)].map((each) => each[1])) {
  if (!run.includes(command)) {
    fail(`'${command}' is not run by .ci/run`);
  }
}

const replace = new Map([
  [found(readme, /^Auth\.ApiUrl = (.*)$/m, 'URL'), found(printed, /^Auth\.ApiUrl = (.*)$/m, 'URL')],
  [
    found(readme, /has the temporary password (.*)$/m, 'temporary password'),
    found(printed, /has the temporary password (.*)$/m, 'temporary password'),
  ],
]);
let curls = 0;
for (const { command, shown } of blocks('console').flatMap(sessionsOf)) {
  if (!command.startsWith('curl ')) {
    if (!run.includes(command)) {
      fail(`'${command}' is not run by .ci/run`);
    }
    // The values differ each time, so only their names are compared.
    const names = shown.split('\n').map((line) => line.split(/= |http|password |\.\.\./)[0]);
    names.filter((name) => !printed.includes(name)).forEach((name) => fail(`${command} prints no '${name}'`));
    continue;
  }
  let line = command;
  replace.forEach((real, written) => (line = line.replaceAll(written, real)));
  const child = spawnSync('bash', ['-c', line.replace('curl ', 'curl -sS --max-time 20 ')], { encoding: 'utf8' });
  if (child.status !== 0) {
    fail(`'${command}' ends with ${child.status}: ${child.stderr}`);
  }
  holdsReply(shown, child.stdout, command.split("' ")[0].split(' -H')[0]);
  const session = /"session":"([^"]+)"/;
  if (session.test(shown)) {
    replace.set(session.exec(shown)[1], session.exec(child.stdout)[1]);
  }
  curls++;
}
if (curls < 3) {
  fail('no first login');
}
console.log(`ok: ${curls} replies are what the README shows`);
