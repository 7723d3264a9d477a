// Makes node_modules and the jars current, and is quick and silent when they are: `node bin/build.mjs`.
// `node bin/build.mjs node_modules` looks after node_modules only.
// Everything is printed on stderr: the stdout of `cdk synth`, which calls this, is the template.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './build-lock.mjs';

const OLDEST_NODE = 20;
const OLDEST_JAVA = 17;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const JARS = [
  'function/target/function.jar',
  'infra/target/infra.jar',
  'userpool/target/userpool.jar',
  'local/target/local.jar',
  'admin/target/admin.jar',
  'fuzz/target/fuzz.jar',
  'protections/target/protections.jar',
];

// Without it Maven takes no notice of a proxy that Java is told of.
const SYSTEM_PROXY = '-Daether.connector.http.useSystemProperties=true';

const windows = process.platform === 'win32';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'target', 'build.stamp');
const lock = join(root, 'target', 'build.lock');

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Ends this process with the command's own exit code where it fails, after the hint. */
async function run(command, args, hint = '') {
  // Only a shell finds and runs a .cmd file, and it would split a path at its spaces.
  const child = windows
    ? spawn(`"${command}"`, args, { cwd: root, stdio: ['ignore', 2, 2], shell: true })
    : spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  // A build that nobody waits for any more would go on beside the next one.
  const stop = (signal) => {
    child.kill(signal);
    process.exit(1);
  };
  SIGNALS.forEach((signal) => process.on(signal, stop));
  const [status] = await once(child, 'close').catch((error) => fail(`Cannot run ${command}: ${error.message}`));
  SIGNALS.forEach((signal) => process.off(signal, stop));
  if (status !== 0) {
    if (hint !== '') {
      console.error(hint);
    }
    process.exit(status ?? 1);
  }
}

/** The bin directory of the JDK that Maven will use: JAVA_HOME, else the first java on the path. */
function javaDirectory() {
  const name = windows ? 'java.exe' : 'java';
  if (process.env.JAVA_HOME) {
    const directory = join(process.env.JAVA_HOME, 'bin');
    if (!existsSync(join(directory, name))) {
      fail(`JAVA_HOME is ${process.env.JAVA_HOME}, but there is no bin/java in it`);
    }
    return directory;
  }
  const directory = (process.env.PATH ?? '').split(delimiter).find((each) => existsSync(join(each, name)));
  if (!directory) {
    fail(`Java is missing: install a JDK, version ${OLDEST_JAVA} or newer, or set JAVA_HOME`);
  }
  return dirname(realpathSync(join(directory, name)));
}

/** From the JDK's `release` file where there is one: starting a JVM only to ask costs more than all the rest here. */
function javaVersion(directory) {
  const release = join(dirname(directory), 'release');
  const text = existsSync(release)
    ? readFileSync(release, 'utf8')
    : spawnSync(join(directory, 'java'), ['-version'], { encoding: 'utf8' }).stderr;
  const version = /(?:JAVA_VERSION=|version )"(?:1\.)?(\d+)/.exec(text ?? '');
  return version ? Number(version[1]) : NaN;
}

function checkNode() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    fail(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version} (${process.execPath})`);
  }
}

function checkJava() {
  const directory = javaDirectory();
  const version = javaVersion(directory);
  if (version < OLDEST_JAVA) {
    fail(`A JDK of version ${OLDEST_JAVA} or newer is needed; ${dirname(directory)} is version ${version}`);
  }
  return directory;
}

/** npm keeps what it installed in a lock file of its own inside node_modules. */
function nodeModulesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) {
    return false;
  }
  const packages = (file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages ?? {})
      .filter(([path, entry]) => path !== '' && !entry.optional)
      .map(([path, entry]) => `${path} ${entry.version} ${entry.integrity}`)
      .sort()
      .join('\n');
  return packages(installed) === packages(join(root, 'package-lock.json'));
}

async function installNodeModules() {
  if (nodeModulesAreCurrent()) {
    return;
  }
  console.error('Installing npm packages (npm ci) ...');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Every file below a path, in an order that depends on nothing but the names. */
function files(path) {
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)]));
}

function buildInputs() {
  const modules = JARS.map((jar) => join(root, jar.split('/')[0]));
  return [
    join(root, 'pom.xml'),
    join(root, windows ? 'mvnw.cmd' : 'mvnw'),
    ...files(join(root, '.mvn')),
    ...modules.flatMap((module) => {
      const sources = join(module, 'src', 'main');
      return [join(module, 'pom.xml'), ...(existsSync(sources) ? files(sources) : [])];
    }),
  ];
}

/** The sources and the jars in one hash: a changed source and a jar that somebody else made both show. */
function state() {
  const hash = createHash('sha256');
  for (const file of [...buildInputs(), ...JARS.map((jar) => join(root, jar))]) {
    if (!existsSync(file)) {
      return `no ${file}`;
    }
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function jarsAreCurrent() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === state();
}

async function buildJars() {
  if (jarsAreCurrent()) {
    return;
  }
  const directory = checkJava();
  if (!existsSync(join(directory, windows ? 'javac.exe' : 'javac'))) {
    fail(`A JDK is needed to build; ${dirname(directory)} has java but no javac`);
  }
  const first = JARS.some((jar) => !existsSync(join(root, jar)));
  console.error(first ? 'Building (the first time takes a few minutes) ...' : 'Building ...');
  await run(join(root, windows ? 'mvnw.cmd' : 'mvnw'), ['-q', '-B', '-DskipTests', 'package'], proxyHint());
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state());
}

/** What to set, with the proxy's address and without its password. */
function proxyHint() {
  const variable = ['HTTPS_PROXY', 'https_proxy'].find((name) => process.env[name]);
  if (!variable || /proxyHost/.test(process.env.MAVEN_OPTS ?? '')) {
    return '';
  }
  const written = process.env[variable];
  const address = written.includes('://') ? written : `http://${written}`;
  const proxy = URL.canParse(address) ? new URL(address) : { hostname: 'HOST', port: 'PORT' };
  const options = `-Dhttps.proxyHost=${proxy.hostname} -Dhttps.proxyPort=${proxy.port || 80} ${SYSTEM_PROXY}`;
  return `Maven does not read ${variable}. If a download failed, run this and try again:
  ${windows ? `set "MAVEN_OPTS=${options}"` : `export MAVEN_OPTS="${options}"`}`;
}

const only = process.argv[2] === 'node_modules';
checkNode();
if (!only) {
  checkJava();
}
if (!nodeModulesAreCurrent() || !(only || jarsAreCurrent())) {
  await takeLock(lock);
  await installNodeModules();
  if (!only) {
    await buildJars();
  }
}
