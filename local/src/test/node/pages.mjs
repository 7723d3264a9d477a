// The web server of the browser tests: an empty page at /page of every host name, and at /probe a cookie that only
// browsers without third-party cookie blocking keep. The server prints its port. After it has read "<host> <port>", it serves page
// and API on one host, and passes every other request on to the API at that port.

import http from 'node:http';
import { createInterface } from 'node:readline';

const page = '<!doctype html><title>A page</title>';
let front = { host: '', port: 0 };

function passOn(request, response) {
  const { method, url: path, headers } = request;
  const passed = http.request({ host: '127.0.0.1', port: front.port, method, path, headers }, (reply) => {
    response.writeHead(reply.statusCode, reply.rawHeaders);
    reply.pipe(response);
  });
  passed.on('error', () => response.destroy());
  request.pipe(passed);
}

const server = http.createServer((request, response) => {
  if (request.url === '/page') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  } else if (request.url === '/probe') {
    response.writeHead(204, { 'set-cookie': 'probe=1; Secure; SameSite=None' }).end();
  } else if (request.headers.host === `${front.host}:${server.address().port}`) {
    passOn(request, response);
  } else {
    response.writeHead(404).end();
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

createInterface(process.stdin)
  .on('line', (line) => {
    const [host, port] = line.split(' ');
    front = { host, port: Number(port) };
    console.log('in front');
  })
  .on('close', () => process.exit(0));
