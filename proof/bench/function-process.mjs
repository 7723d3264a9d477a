// One function in its own process, from its start to its last reply.

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

/** Only Linux has these two figures. */
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
 * Starts the variant and measures its first reply. `warm` sets the rate and the time of further requests, which are
 * measured together with the time that `cognito` took for each. With `memory` (MB) the process has the CPU share of
 * that memory size from its first event on, and a whole CPU before. All figures are in milliseconds, except `rss` (MB).
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
      await pause(300); // the JVM also finishes its compilations before a snapshot
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
  // One request at a time, so that the stub's n-th answer belongs to the n-th reply.
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
