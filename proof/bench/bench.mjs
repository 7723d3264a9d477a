// bin/bench measures how long a first login takes, with this function and with other variants. `bin/bench --help`

import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { start } from './cognito-stub.mjs';
import { measure } from './function-process.mjs';
import { onOneProcessor } from './share.mjs';
import { print } from './table.mjs';
import { EVENT, variants } from './variants.mjs';
import * as workbench from './workbench.mjs';

const HELP = `Usage: bin/bench [--runs N] [--warm-seconds S] [--memory MB] [--python COMMAND] [--against JAR] [--json FILE]

Starts each variant N times (12), one after the other in turns, and times its first reply; then once more, and times
the replies of S seconds (10) at 360 requests a second at the most. Cognito is a stub on this machine, over TLS.
With --memory each has one processor until its first event, as Lambda gives while it starts, and then that of MB
(1,769 are one): its process is stopped and continued, and later replies are not timed. Without, each has all that
the machine has.
With --against the function.jar of another build joins, from nothing and from its snapshot.
Needs JDK, Maven, Node and npm; Python joins where COMMAND (python3) has boto3.
node proof/bench/plot.mjs FILE > docs/performance.svg draws what --json wrote.`;

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '12' },
    'warm-seconds': { type: 'string', default: '10' },
    memory: { type: 'string' },
    python: { type: 'string', default: 'python3' },
    against: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
const runs = Number(options.runs);
const warm = { perSecond: 360, seconds: Number(options['warm-seconds']) };
const memory = options.memory === undefined ? undefined : Number(options.memory);
if (!(runs >= 1) || !(warm.seconds >= 0) || !(memory === undefined || memory >= 128)) {
  console.error(HELP);
  process.exit(2);
}

const jdk = workbench.jdk();
const directory = workbench.temporary();
const certificate = workbench.certificate(jdk, directory);
const cognito = await start(certificate.pfx, certificate.passphrase);
const python = workbench.python(options.python, certificate.pem, directory);
const java = { ...workbench.java(), against: options.against && resolve(options.against) };
const compared = variants({ jdk, certificate, java, nodeBundle: workbench.node(directory), python, port: cognito.port });
const oneProcessor = memory === undefined ? [] : onOneProcessor();
if (!oneProcessor) {
  console.error('--memory needs taskset (util-linux): less than one processor can only be had of one');
  process.exit(2);
}
for (const variant of [...compared.all, ...compared.classes]) {
  [variant.command, ...variant.args] = [...oneProcessor, variant.command, ...variant.args];
}

const machine = {
  date: new Date().toISOString().slice(0, 10),
  cpus: `${cpus().length} x ${cpus()[0].model.trim()}`,
  memoryMegabytes: Math.round(totalmem() / 2 ** 20),
  memory,
  loadBefore: Number(loadavg()[0].toFixed(1)),
  java: jdk.major,
  node: process.version,
  python: python ? (python.runtimeClient ? 'awslambdaric' : 'a small runtime client of ours') : 'no boto3: left out',
};
console.error(`JDK ${jdk.major}; Python: ${machine.python}; load ${machine.loadBefore} on ${machine.cpus}`);

const results = new Map(compared.all.map((variant) => [variant.name, []]));
for (let run = 1; run <= runs; run++) {
  for (const variant of compared.all) {
    results.get(variant.name).push(await measure(variant, { event: EVENT, memory }));
  }
  console.error(`run ${run} of ${runs}`);
}
const replies = {};
for (const variant of warm.seconds > 0 && memory === undefined ? compared.all : []) {
  replies[variant.name] = (await measure(variant, { event: EVENT, warm, cognito })).warm;
}
const classes = {};
for (const variant of compared.classes) {
  const { output } = await measure(variant, { event: EVENT });
  classes[variant.name] = output.split('\n').filter((line) => line.includes('source:')).length;
}
const jar = {
  bytes: statSync(java.function).size,
  // Sizes by the directory of a package, the largest first.
  parts: parts(java.function),
};
const report = {
  machine: { ...machine, loadAfter: Number(loadavg()[0].toFixed(1)) },
  variants: Object.fromEntries(results),
  warm: replies,
  classes,
  jar,
};
print(report);
if (options.json) {
  writeFileSync(options.json, JSON.stringify(report, null, 1) + '\n');
}
process.exit(0);

function parts(file) {
  const program = join(jdk.home, 'bin', 'jar');
  if (!existsSync(program)) {
    return [];
  }
  const sizes = new Map();
  for (const line of spawnSync(program, ['tvf', file], { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout.split('\n')) {
    const [, size, name] = /^\s*(\d+) .* (\S+)$/.exec(line) ?? [];
    if (name && !name.endsWith('/')) {
      const part = name.split('/').slice(0, 5).join('/');
      sizes.set(part, (sizes.get(part) ?? 0) + Number(size));
    }
  }
  return [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 8).map(([name, bytes]) => ({ name, bytes }));
}
