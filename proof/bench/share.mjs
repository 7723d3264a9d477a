// Limits a process to the CPU share of a memory size in Lambda: 1,769 MB is one CPU. A thread stops and continues the
// process, which needs no privileges. The length of each pause follows from the run before it, so the share is right on a
// busy machine too. Lambda stops a process only after it has used its share of a period. Here a shorter reply may be
// stopped as well, for some milliseconds. The process runs on one CPU from its start (taskset), because the share is
// less than one CPU.

import { spawnSync } from 'node:child_process';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

const MEGABYTES_OF_ONE = 1769;
const RUN_MILLIS = 10;

/** The prefix of a command that runs it on one CPU; undefined if that is not possible. */
export function onOneProcessor() {
  return spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : undefined;
}

/** Limits the process to its share. The result is a function that ends the limit. */
export function limit(pid, megabytes) {
  const share = megabytes / MEGABYTES_OF_ONE;
  if (share >= 1) {
    return () => {};
  }
  const ended = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), { workerData: { pid, share, ended } });
  worker.unref();
  return () => {
    Atomics.store(ended, 0, 1);
    Atomics.notify(ended, 0);
  };
}

if (!isMainThread) {
  const { pid, share, ended } = workerData;
  try {
    while (Atomics.load(ended, 0) === 0) {
      const from = performance.now();
      Atomics.wait(ended, 0, 0, RUN_MILLIS);
      if (Atomics.load(ended, 0) !== 0) {
        break;
      }
      process.kill(pid, 'SIGSTOP');
      const ran = performance.now() - from;
      Atomics.wait(ended, 0, 0, (ran * (1 - share)) / share);
      process.kill(pid, 'SIGCONT');
    }
  } catch {
    // The process has ended.
  }
}
