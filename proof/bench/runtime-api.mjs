// Lambda's Runtime API for a runtime client: it hands out events, receives outcomes, and records the times.

import { createServer } from 'node:http';

const PREFIX = '/2018-06-01/runtime/';

const now = () => performance.now();

/** The Runtime API for one process. Every time is in milliseconds since the call of `listen`. */
export class RuntimeApi {
  #server = createServer((request, response) => this.#serve(request, response));
  #waiting; // the client's open request for the next event
  #event; // an event that no client has asked for yet
  #resolve;
  #reject;
  #handed; // resolves when an event is handed out
  #restore; // the client's open request for a restore: Lambda would take the snapshot now

  async listen() {
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.address = `127.0.0.1:${this.#server.address().port}`;
  }

  /** Resolves when the client asks for a restore, which it does after all hooks before a snapshot. */
  snapshot() {
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      this.onSnapshot = resolve;
    });
  }

  restore() {
    this.#restore.writeHead(200).end();
  }

  /** Resolves when the next event is handed out. */
  waiting() {
    return this.#event === undefined ? Promise.resolve() : new Promise((resolve) => (this.#handed = resolve));
  }

  /** Sends one event. The result is {reply, asked, sent, answered}; `asked` is the time at which the client was ready. */
  invoke(event) {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.#event = event;
      this.#hand();
    });
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  fail(error) {
    this.#reject?.(error);
  }

  #hand() {
    if (!this.#waiting || this.#event === undefined) {
      return;
    }
    const body = this.#event;
    this.#event = undefined;
    this.sent = now();
    this.#waiting
      .writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'lambda-runtime-aws-request-id': 'b4e1b2f0-0000-4000-8000-000000000000',
        'lambda-runtime-deadline-ms': String(Date.now() + 15_000),
        'lambda-runtime-invoked-function-arn': 'arn:aws:lambda:eu-central-1:123456789012:function:bench',
      })
      .end(body);
    this.#waiting = undefined;
    this.#handed?.();
  }

  #serve(request, response) {
    const path = request.url.slice(PREFIX.length);
    if (path === 'invocation/next') {
      this.asked = now();
      this.#waiting = response;
      this.#hand();
      return;
    }
    if (path === 'restore/next') {
      this.#restore = response;
      this.onSnapshot?.();
      return;
    }
    const answered = now();
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(202).end();
      const reply = Buffer.concat(chunks).toString();
      if (path.endsWith('/response')) {
        this.#resolve({ reply, asked: this.asked, sent: this.sent, answered });
      } else {
        this.#reject(new Error(`${path}: ${reply}`));
      }
    });
  }
}
