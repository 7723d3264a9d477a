// Follows docs/construct.md word for word: .ci/construct.mjs DIRECTORY, an empty directory outside the tree. It deploys the artifacts
// into a repository in that directory, writes the page's files into an app beside it, runs the page's commands there, and looks into
// the template. Only the address of the team's repository is another one.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const TEAMS_REPOSITORY = 'https://maven.example.com/releases';

const clone = process.cwd();
const work = resolve(process.argv[2]);
const repository = join(work, 'repository');
const app = join(work, 'app');
const page = readFileSync('docs/construct.md', 'utf8').replaceAll(TEAMS_REPOSITORY, pathToFileURL(repository).href);

function fail(message) {
  console.error(`FAILED: docs/construct.md: ${message}`);
  process.exit(1);
}

function run(command, directory, environment) {
  console.log(`$ ${command}`);
  const { status } = spawnSync(command, { cwd: directory, env: environment, shell: true, stdio: 'inherit' });
  if (status !== 0) {
    fail(`'${command}' ends with ${status}`);
  }
}

/** Maven as an app has it: this clone's version, and a local repository in which this project never was. */
function mavenOfTheApp() {
  const known = process.env.MAVEN_USER_HOME ? join(process.env.MAVEN_USER_HOME, 'repository') : join(homedir(), '.m2', 'repository');
  const downloaded = join(work, 'downloaded');
  const linkAll = (path, without) => {
    mkdirSync(join(downloaded, path), { recursive: true });
    for (const name of existsSync(join(known, path)) ? readdirSync(join(known, path)) : []) {
      if (!without.includes(name)) {
        symlinkSync(join(known, path, name), join(downloaded, path, name));
      }
    }
  };
  linkAll('', ['io']);
  linkAll('io', ['github']);
  linkAll('io/github', ['cognito-first-login']);
  const mvn = join(work, 'bin', 'mvn');
  mkdirSync(dirname(mvn), { recursive: true });
  writeFileSync(
    mvn,
    `#!/bin/sh\nexec '${clone}/mvnw' -B -ntp -Dmaven.repo.local='${work}/m2' -Dmaven.repo.local.tail='${downloaded}' "$@"\n`,
  );
  chmodSync(mvn, 0o755);
  return dirname(mvn);
}

const [ofTheClone, ofTheApp] = [...page.matchAll(/```sh\n(.*?)```/gs)].map((block) => block[1].trim().split('\n'));
for (const command of ofTheClone) {
  run(command.replace('./mvnw', './mvnw -B -ntp -q'), clone, process.env);
}

for (const [, file, content] of page.matchAll(/`(\S+)`:\n\n```\w+\n(.*?)```\n/gs)) {
  mkdirSync(dirname(join(app, file)), { recursive: true });
  writeFileSync(join(app, file), content);
}
const environment = { ...process.env, PATH: mavenOfTheApp() + delimiter + process.env.PATH };
for (const command of ofTheApp) {
  run(command, app, environment);
}

const template = JSON.parse(readFileSync(join(app, 'cdk.out', 'Orders.template.json'), 'utf8'));
const resources = Object.values(template.Resources);
for (const routeKey of ['POST /login', 'POST /change-password', 'GET /orders']) {
  if (!resources.some((resource) => resource.Properties?.RouteKey === routeKey)) {
    fail(`the template has no route '${routeKey}'`);
  }
}
if (!existsSync(join(work, 'm2', 'io', 'github', 'cognito-first-login', 'cognito-first-login-infra'))) {
  fail('the app has not got the construct from the repository');
}
if (!page.includes(`aws-cdk@${JSON.parse(readFileSync('package.json', 'utf8')).devDependencies['aws-cdk']}\n`)) {
  fail("the version of the CDK CLI is not this project's own");
}
console.log('ok: the app of docs/construct.md');
