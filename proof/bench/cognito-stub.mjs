// A stub of Cognito over TLS with the operations of a first login. It runs in its own thread.

import { once } from 'node:events';
import { createServer } from 'node:https';
import { readFileSync } from 'node:fs';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

const TOKENS = JSON.stringify({
  AuthenticationResult: {
    AccessToken: 'e'.repeat(1070),
    ExpiresIn: 3600,
    IdToken: 'e'.repeat(1100),
    RefreshToken: 'e'.repeat(1780),
    TokenType: 'Bearer',
  },
  ChallengeParameters: {},
});

/** Resolves when it listens, to {port, times}; `times` resolves to the milliseconds of each answer since its last call. */
export async function start(pfx, passphrase) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { pfx, passphrase } });
  worker.unref();
  const [port] = await once(worker, 'message');
  return {
    port,
    times: async () => {
      worker.postMessage('times');
      return (await once(worker, 'message'))[0];
    },
  };
}

if (!isMainThread) {
  let times = [];
  parentPort.on('message', () => {
    parentPort.postMessage(times);
    times = [];
  });
  const server = createServer(
    { pfx: readFileSync(workerData.pfx), passphrase: workerData.passphrase, keepAlive: true, noDelay: true },
    (request, response) => {
      const asked = performance.now();
      response.on('finish', () => times.push(performance.now() - asked));
      request.resume();
      request.on('end', () => {
        const body = request.method === 'POST' ? TOKENS : '{"keys":[]}';
        response
          .writeHead(200, {
            'content-type': 'application/x-amz-json-1.1',
            'content-length': Buffer.byteLength(body),
            'x-amzn-requestid': 'b4e1b2f0-0000-4000-8000-000000000000',
          })
          .end(body);
      });
    },
  );
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
}
