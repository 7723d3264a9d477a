// Lets one build at a time work in a directory. The lock is a file that its owner touches every second. So the lock of a build
// that crashed ends soon, even if the build ran on another machine.

import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const TOUCHED_EVERY_MILLIS = 1_000;
// A busy machine may touch its lock late.
const DEAD_AFTER_MILLIS = 30_000;
const LOOKED_AT_EVERY_MILLIS = 250;

/** Waits until no other build has the lock. The lock then belongs to this process until the process ends. */
export async function takeLock(file) {
  const owner = JSON.stringify({ host: hostname(), process: process.pid });
  let said = false;
  mkdirSync(dirname(file), { recursive: true });
  while (!create(file, owner)) {
    const other = read(file);
    if (other !== undefined && isDead(file, other)) {
      remove(file, other);
      continue;
    }
    if (!said && parsed(other).host !== undefined) {
      console.error(`Another build is running here (${named(other)}); waiting for its end ...`);
      said = true;
    }
    await delay(LOOKED_AT_EVERY_MILLIS);
  }
  const touched = setInterval(() => touch(file), TOUCHED_EVERY_MILLIS);
  touched.unref();
  process.on('exit', () => {
    if (read(file) === owner) {
      rmSync(file, { force: true });
    }
  });
}

function create(file, owner) {
  try {
    writeFileSync(file, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    // Windows refuses with EPERM while the former lock is still being removed.
    if (error.code === 'EEXIST' || (error.code === 'EPERM' && process.platform === 'win32')) {
      return false;
    }
    throw error;
  }
}

/** The lock was removed meanwhile, so there is nothing to touch. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // `mvnw clean` removed the lock.
  }
}

function parsed(owner) {
  try {
    return JSON.parse(owner);
  } catch {
    // The lock is gone, or its owner has not written to it.
    return {};
  }
}

function named(owner) {
  const { host, process: id } = parsed(owner);
  return host === hostname() ? `process ${id}` : `process ${id} of ${host}`;
}

function isDead(file, owner) {
  const { host, process: id } = parsed(owner);
  if (host === hostname() && !isAlive(id)) {
    return true;
  }
  // The process id of a dead build may belong to another process now.
  try {
    return Date.now() - statSync(file).mtimeMs > DEAD_AFTER_MILLIS;
  } catch {
    return false;
  }
}

function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Two builds may find the same dead lock. The slower build must not remove the lock that the faster build has just
 * made.
 */
function remove(file, dead) {
  const moved = `${file}.${process.pid}`;
  try {
    renameSync(file, moved);
    if (readFileSync(moved, 'utf8') !== dead) {
      renameSync(moved, file);
      return;
    }
    rmSync(moved);
  } catch {
    // The faster build has removed the lock.
  }
}
