// Updates node_modules and the jars; if they are current, it is quick and silent: `node bin/build.mjs`.
// `node bin/build.mjs node_modules` updates node_modules only.
// This script prints everything on stderr, because `cdk synth` calls it, and the stdout of `cdk synth` is the template.

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
  'proof/campaign/target/campaign.jar',
  'proof/fuzz/target/fuzz.jar',
  'proof/drift/target/drift.jar',
];

// Without this option Maven ignores the JVM's proxy settings.
const SYSTEM_PROXY = '-Daether.connector.http.useSystemProperties=true';

const windows = process.platform === 'win32';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'target', 'build.stamp');
const lock = join(root, 'target', 'build.lock');

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Runs a command. If it fails, prints the hint and ends this process with the command's exit code. */
async function run(command, args, hint = '') {
  // Only a shell finds and runs a .cmd file, and a shell would split a path at its spaces.
  const child = windows
    ? spawn(`"${command}"`, args, { cwd: root, stdio: ['ignore', 2, 2], shell: true })
    : spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  // The build is stopped with this process, because it would otherwise continue beside the next build.
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

/** The bin directory of the JDK that Maven will use: that of JAVA_HOME, or that of the first java on the path. */
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

/**
 * The version comes from the JDK's `release` file if there is one, because starting a JVM takes longer than the rest of
 * this check.
 */
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

/** npm keeps its own lock file inside node_modules, which says what it installed. */
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

/** Every file below a path, ordered by name only. */
function files(path) {
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)]));
}

/** The modules of the build, as the root POM lists them. A jar may contain classes of a module that has no jar in the list. */
function modules() {
  const pom = readFileSync(join(root, 'pom.xml'), 'utf8');
  return [...pom.matchAll(/<module>([^<]+)<\/module>/g)].map(([, module]) => join(root, module));
}

function buildInputs() {
  return [
    join(root, 'pom.xml'),
    join(root, windows ? 'mvnw.cmd' : 'mvnw'),
    ...files(join(root, '.mvn')),
    ...modules().flatMap((module) => {
      const sources = join(module, 'src', 'main');
      return [join(module, 'pom.xml'), ...(existsSync(sources) ? files(sources) : [])];
    }),
  ];
}

/** One hash of the sources and the jars. The hash changes with a source, and with a jar that another program made. */
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

/** The settings that Maven needs, with the proxy's address and without its password. */
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
