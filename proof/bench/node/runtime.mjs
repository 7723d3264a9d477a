// A small client of the Runtime API: Lambda's own for Node has to be compiled.

import { Agent, request } from 'node:http';
import { handler } from './handler.mjs';

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new Agent({ keepAlive: true, noDelay: true });

const call = (method, path, body) =>
  new Promise((resolve, reject) => {
    const sent = request({ host, port, method, path: `/2018-06-01/runtime/${path}`, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

for (;;) {
  const next = await call('GET', 'invocation/next');
  const reply = await handler(JSON.parse(next.body));
  await call('POST', `invocation/${next.headers['lambda-runtime-aws-request-id']}/response`, JSON.stringify(reply));
}
