// The processor that a memory size gets of Lambda: 1,769 MB is one of them. A thread stops the process and lets it go
// on, so that nobody needs rights for it; each pause is as long as the run before it calls for, so that it comes out
// even where the machine is busy. Lambda lets a process use its share of a period first and stops it then; here a
// reply that needs less can be stopped too, for some milliseconds. The process is kept on one processor from its start
// (taskset), as a share of less than one can be had in no other way.

import { spawnSync } from 'node:child_process';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

const MEGABYTES_OF_ONE = 1769;
const RUN_MILLIS = 10;

/** What to put before a command so that it runs on one processor; undefined where that cannot be done. */
export function onOneProcessor() {
  return spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : undefined;
}

/** From now on the process has its share; the result ends that and lets it run. */
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
    // It is gone.
  }
}
