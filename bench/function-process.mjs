// One function in a process of its own, from its start to its last reply.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { RuntimeApi } from './runtime-api.mjs';
import { limit } from './share.mjs';

const TICKS_A_SECOND = 100;
const WARM_UP = 100;

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
};

/** Linux tells; elsewhere these two figures are missing. */
function processor(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
  } catch {
    return NaN;
  }
}

function megabytes(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return NaN;
  }
}

function checked(answer) {
  if (JSON.parse(answer.reply).statusCode !== 200) {
    throw new Error(`not a login: ${answer.reply}`);
  }
  return answer;
}

/**
 * Starts the variant and times its first reply, and with `warm` those after it: at most so many a second, for so long,
 * with the time that `cognito` took for each. With `memory` (MB) it has the processor of that size from its first
 * event on; before that it has a whole one. All in milliseconds but `rss` (MB).
 */
export async function measure(variant, { event, warm, cognito, memory }) {
  const api = new RuntimeApi();
  await api.listen();
  const started = performance.now();
  const child = spawn(variant.command, variant.args, {
    cwd: variant.directory,
    env: { PATH: process.env.PATH, ...variant.environment, AWS_LAMBDA_RUNTIME_API: api.address },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += variant.keepOutput ? chunk : ''));
  child.stderr.on('data', (chunk) => (output += chunk));
  child.on('error', (error) => api.fail(error));
  let atWill = () => {};
  child.on('exit', (code) => api.fail(new Error(`${variant.name} ended with ${code}: ${output}`)));
  try {
    const result = {};
    let from = started;
    let cpuBefore = 0;
    if (variant.primed) {
      await api.snapshot();
      result.priming = performance.now() - started;
      await pause(300); // whatever the JVM still compiles is done before a snapshot, too
      cpuBefore = processor(child.pid);
      from = performance.now();
      api.restore();
    }
    const invoked = api.invoke(event);
    if (memory) {
      await api.waiting();
      atWill = limit(child.pid, memory);
    }
    const first = checked(await invoked);
    result.init = first.asked - from;
    result.first = first.answered - first.sent;
    result.total = first.answered - from;
    result.cpu = processor(child.pid) - cpuBefore;
    result.rss = megabytes(child.pid);
    if (variant.keepOutput) {
      result.output = output;
    }
    if (warm) {
      result.warm = await warmed(api, event, warm, cognito);
      result.rss = megabytes(child.pid);
    }
    return result;
  } finally {
    atWill();
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    api.close();
  }
}

async function warmed(api, event, { perSecond, seconds }, cognito) {
  for (let i = 0; i < WARM_UP; i++) {
    checked(await api.invoke(event));
  }
  await cognito.times();
  const times = [];
  const begin = performance.now();
  for (let i = 0; performance.now() - begin < seconds * 1000; i++) {
    const due = begin + (i * 1000) / perSecond;
    if (due - performance.now() > 1) {
      await pause(due - performance.now());
    }
    const answer = checked(await api.invoke(event));
    times.push(answer.answered - answer.sent);
  }
  // One at a time, so that each answer of the stub is part of the reply of the same place.
  const ofCognito = await cognito.times();
  if (ofCognito.length !== times.length) {
    throw new Error(`${times.length} replies with ${ofCognito.length} answers of the stub in them`);
  }
  const own = times.map((time, index) => time - ofCognito[index]);
  return {
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    own: { p50: percentile(own, 0.5), p99: percentile(own, 0.99) },
    requests: times.length,
  };
}
