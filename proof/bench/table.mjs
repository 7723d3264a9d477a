// The report as a table: minimum, median and maximum, and the ratio to the original handler of the same run.

import { percentile } from './function-process.mjs';

const COLUMNS = ['total', 'init', 'first', 'cpu', 'rss'];

export const median = (runs, column) => percentile(runs.map((run) => run[column]), 0.5);

export function print({ machine, variants, warm, classes, jar }) {
  const original = Object.keys(variants).find((name) => name.includes('original'));
  const base = original && median(variants[original], 'total');
  const runs = Object.values(variants)[0].length;
  const processor = machine.memory
    ? `the processor of ${machine.memory} MB from the first event on (stopped and continued), one whole before`
    : 'every processor of this machine';
  console.log(`\n${machine.date}, ${machine.cpus}, JDK ${machine.java}, load ${machine.loadBefore} to ${machine.loadAfter}; ${runs} runs in turns; ${processor}`);
  console.log(`Runtime clients: of Java Lambda's own, of Python ${machine.python}, of Node a small one of ours`);
  console.log('\nFrom the start of the process (primed: from its restoring) to the first reply, ms: median (minimum to maximum)\n');
  console.log(`| variant | total | ${original ? 'x original | ' : ''}init | first call | CPU | RSS MB |`);
  console.log(`|---|---|${original ? '---|' : ''}---|---|---|---|`);
  for (const [name, of] of Object.entries(variants)) {
    const [total, ...others] = COLUMNS.map((column) => {
      const values = of.map((run) => run[column]);
      return `${Math.round(median(of, column))} (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;
    });
    const ratio = original ? [(median(of, 'total') / base).toFixed(2)] : [];
    console.log(`| ${[name, total, ...ratio, ...others].join(' | ')} |`);
  }
  console.log('\nPrimed: no process is frozen here; it is the primed JVM itself, from the moment where Lambda would restore it.');
  if (Object.keys(warm).length > 0) {
    console.log('\nEach later reply, ms; own time is without what the stub took for its answer, and with TLS and the runtime client');
    console.log('(goal of this function: p50 1, p99 10)\n');
    console.log('| variant | p50 | p99 | own time p50 | own time p99 | requests |\n|---|---|---|---|---|---|');
    for (const [name, { p50, p99, own, requests }] of Object.entries(warm)) {
      console.log(`| ${[name, ...[p50, p99, own.p50, own.p99].map((millis) => millis.toFixed(1)), requests].join(' | ')} |`);
    }
  }
  console.log('\nClasses loaded by the first reply: ' + Object.entries(classes).map(([name, count]) => `${name} ${count}`).join(', '));
  console.log(`\nfunction.jar: ${(jar.bytes / 1e6).toFixed(1)} MB; its biggest parts, unpacked:`);
  for (const part of jar.parts) {
    console.log(`  ${(part.bytes / 1e6).toFixed(1).padStart(5)} MB  ${part.name}`);
  }
}
