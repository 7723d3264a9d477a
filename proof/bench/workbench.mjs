// The parts of the variants. They are built on demand, in the benchmark's own directories and in a temporary one.

import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';
const PASSWORD = 'changeit';

export const bench = dirname(fileURLToPath(import.meta.url));
export const root = dirname(dirname(bench));

function run(command, args, directory = bench) {
  const child = spawnSync(command, args, { cwd: directory, encoding: 'utf8', shell: windows });
  if (child.status !== 0) {
    throw new Error(`${command} ${args.join(' ')}: ${child.stderr || child.stdout || child.error}`);
  }
  return child.stdout;
}

function majorOf(home) {
  const release = join(home, 'release');
  return existsSync(release) ? Number(/JAVA_VERSION="(?:1\.)?(\d+)/.exec(readFileSync(release, 'utf8'))?.[1]) : NaN;
}

/** The JDK 25, which Lambda runs, or the newest older JDK: {home, major}. */
export function jdk() {
  const parents = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines', join(homedir(), '.sdkman/candidates/java')];
  const homes = parents
    .filter(existsSync)
    .flatMap((parent) => readdirSync(parent).flatMap((name) => [join(parent, name), join(parent, name, 'Contents/Home')]));
  const found = [process.env.JAVA_HOME, ...homes]
    .filter((home) => home && existsSync(join(home, 'bin', windows ? 'keytool.exe' : 'keytool')))
    .map((home) => ({ home, major: majorOf(home) }))
    .filter(({ major }) => major >= 17 && major <= 25)
    .sort((a, b) => b.major - a.major)[0];
  if (!found) {
    throw new Error('no JDK from 17 to 25 was found: set JAVA_HOME');
  }
  return found;
}

/** A directory that is deleted when the benchmark ends. */
export function temporary() {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** The stub's certificate for this run, and trust stores that contain it beside the default authorities. */
export function certificate({ home }, directory) {
  const keytool = join(home, 'bin', 'keytool');
  const files = {
    pfx: join(directory, 'stub.p12'),
    pem: join(directory, 'stub.pem'),
    trustStore: join(directory, 'cacerts'),
    passphrase: PASSWORD,
  };
  run(keytool, [
    ...['-genkeypair', '-alias', 'stub', '-keyalg', 'RSA', '-keysize', '2048', '-validity', '2', '-dname', 'CN=localhost'],
    ...['-ext', 'san=dns:localhost', '-storetype', 'PKCS12', '-keystore', files.pfx, '-storepass', PASSWORD],
  ]);
  run(keytool, ['-exportcert', '-rfc', '-alias', 'stub', '-keystore', files.pfx, '-storepass', PASSWORD, '-file', files.pem]);
  copyFileSync(join(home, 'lib', 'security', 'cacerts'), files.trustStore);
  run(keytool, ['-importcert', '-noprompt', '-alias', 'stub', '-file', files.pem, '-keystore', files.trustStore, '-storepass', PASSWORD]);
  return files;
}

/** The time of the newest change of the files; -Infinity if there are none. */
function changed(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry?.isDirectory()) {
    return entry?.mtimeMs ?? -Infinity;
  }
  return Math.max(-Infinity, ...readdirSync(path).map((name) => changed(join(path, name))));
}

/** The naive handler, and the runtime client of all Java variants. */
export function java() {
  const wrapper = join(root, windows ? 'mvnw.cmd' : 'mvnw');
  const naive = join(bench, 'naive');
  if (changed(join(naive, 'target', 'lib')) < Math.max(changed(join(naive, 'pom.xml')), changed(join(naive, 'src')))) {
    rmSync(join(naive, 'target'), { recursive: true, force: true });
    run(wrapper, ['-B', '-ntp', '-q', '-f', join(naive, 'pom.xml'), 'package'], root);
  }
  const libraries = readdirSync(join(naive, 'target', 'lib')).map((name) => join(naive, 'target', 'lib', name));
  const jar = readdirSync(join(naive, 'target')).find((name) => name.endsWith('.jar'));
  return {
    naive: [join(naive, 'target', jar), ...libraries.filter((library) => !library.includes('aws-lambda-java-runtime'))].join(delimiter),
    runtime: libraries.filter((library) => /aws-lambda-java-(core|runtime|serialization)/.test(library)).join(delimiter),
    function: join(root, 'function', 'target', 'function.jar'),
  };
}

/** The Node handler bundled into one file, as for a deployment. */
export function node(directory) {
  const sources = join(bench, 'node');
  if (!existsSync(join(sources, 'node_modules'))) {
    run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], sources);
  }
  const bundle = join(directory, 'node.mjs');
  run(join(sources, 'node_modules', '.bin', 'esbuild'), [
    ...['runtime.mjs', '--bundle', '--minify', '--platform=node', '--target=node20', '--format=esm', `--outfile=${bundle}`],
    `--banner:js=import{createRequire}from'node:module';const require=createRequire(import.meta.url);`,
  ], sources);
  return bundle;
}

/** Python with boto3, if `python` has it: {command, runtimeClient, bundle}, else undefined. */
export function python(command, pem, directory) {
  const asked = spawnSync(command, ['-c', 'import boto3, botocore, os; print(os.path.dirname(botocore.__file__))'], { encoding: 'utf8' });
  if (asked.status !== 0) {
    return undefined;
  }
  const bundle = join(directory, 'ca.pem');
  writeFileSync(bundle, readFileSync(join(asked.stdout.trim(), 'cacert.pem')));
  appendFileSync(bundle, readFileSync(pem));
  // The real path of the interpreter, because a version manager's wrapper would take additional time.
  const executable = spawnSync(command, ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout.trim();
  const runtimeClient = spawnSync(executable, ['-c', 'import awslambdaric']).status === 0;
  return { command: executable, runtimeClient, bundle };
}
