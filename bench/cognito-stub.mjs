// Cognito's endpoint as far as a first login needs it, over TLS, in a thread of its own.

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

/** The port it listens on, once it does. */
export function start(pfx, passphrase) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { pfx, passphrase } });
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (!isMainThread) {
  const server = createServer(
    { pfx: readFileSync(workerData.pfx), passphrase: workerData.passphrase, keepAlive: true, noDelay: true },
    (request, response) => {
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
