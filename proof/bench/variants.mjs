// The variants of the benchmark, and how each is started.

import { delimiter, join } from 'node:path';
import { bench } from './workbench.mjs';

const COMMON = {
  AWS_REGION: 'eu-central-1',
  AWS_DEFAULT_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_SESSION_TOKEN: 'bench',
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
  AWS_LAMBDA_FUNCTION_VERSION: '1',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
  AWS_LAMBDA_LOG_GROUP_NAME: 'bench',
  AWS_LAMBDA_LOG_STREAM_NAME: 'bench',
  AWS_LAMBDA_LOG_FORMAT: 'JSON',
  USER_POOL_CLIENT_ID: '2example3client4id5abcdefg',
};

/** The environment variables of the deployed function. */
const DEPLOYED = {
  USER_POOL_ID: 'eu-central-1_AbCdEf123',
  USER_POOL_CLIENT_TYPE: 'PUBLIC',
  AUTH_SESSION_VALIDITY: '15',
  REFRESH_TOKEN_VALIDITY: '30',
  WRITABLE_ATTRIBUTES: 'family_name,given_name,locale,name,zoneinfo',
  PASSWORD_POLICY: '{"minimumLength":12}',
  TOTP_ISSUER: 'Auth',
  COOKIE_SHAPE: 'CROSS_SITE',
};

/** API Gateway's event for a new password at a first login. */
export const EVENT = JSON.stringify({
  version: '2.0',
  routeKey: 'POST /change-password',
  rawPath: '/change-password',
  rawQueryString: '',
  headers: { 'content-type': 'application/json', 'user-agent': 'bench' },
  requestContext: {
    accountId: '123456789012',
    apiId: 'abc123',
    domainName: 'abc123.execute-api.eu-central-1.amazonaws.com',
    http: { method: 'POST', path: '/change-password', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'bench' },
    requestId: 'tbhpmWHcVOeE9Ns=',
    routeKey: 'POST /change-password',
    stage: '$default',
    time: '24/Nov/2026:12:00:00 +0000',
    timeEpoch: 1795521600000,
  },
  body: JSON.stringify({ username: 'demo', new_password: 'Tp7a-Na8k-Bd3t-Ly4i', session: 'A'.repeat(1543) }),
  isBase64Encoded: false,
});

/** Lambda's own flags for Java. For a snapshot, the stack's JAVA_TOOL_OPTIONS sets the same compiler. */
const flags = (trustStore) => [
  '-XX:+UseSerialGC',
  '-Xmx700m',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
  '-Djava.net.preferIPv4Stack=true',
  '-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac',
  `-Djavax.net.ssl.trustStore=${trustStore}`,
];

function javaVariant(name, { jdk, trustStore, classPath, handler, environment, primed = false, more = [], keepOutput = false }) {
  return {
    name,
    primed,
    keepOutput,
    command: join(jdk.home, 'bin', 'java'),
    args: [
      ...flags(trustStore),
      ...more,
      '-cp',
      classPath,
      'com.amazonaws.services.lambda.runtime.api.client.AWSLambda',
      handler,
    ],
    directory: bench,
    environment: { ...COMMON, ...environment, ...(primed ? { AWS_LAMBDA_INITIALIZATION_TYPE: 'snap-start' } : {}) },
  };
}

/** The variants of this function and of others. Ratios are relative to the first variant. */
export function variants({ jdk, certificate, java, nodeBundle, python, port }) {
  const endpoint = { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: `https://localhost:${port}` };
  const common = { jdk, trustStore: certificate.trustStore };
  const deployed = {
    ...common,
    classPath: java.function + delimiter + java.runtime,
    handler: 'io.github.cognitofirstlogin.auth.AuthHandler::handleRequest',
    environment: { ...endpoint, ...DEPLOYED },
  };
  const against = java.against && { ...deployed, classPath: java.against + delimiter + java.runtime };
  const naive = {
    ...common,
    classPath: java.naive + delimiter + java.runtime,
    handler: 'io.github.cognitofirstlogin.bench.NaiveHandler::handleRequest',
    environment: endpoint,
  };
  const all = [];
  if (python) {
    all.push({
      name: 'Python, boto3 (the original)',
      command: python.command,
      args: python.runtimeClient ? ['-m', 'awslambdaric', 'handler.handler'] : ['runtime.py'],
      directory: join(bench, 'python'),
      environment: { ...COMMON, ...endpoint, AWS_CA_BUNDLE: python.bundle },
    });
  }
  all.push(
    {
      name: 'Node, SDK v3, bundled',
      command: process.execPath,
      args: [nodeBundle],
      directory: bench,
      environment: { ...COMMON, ...endpoint, NODE_EXTRA_CA_CERTS: certificate.pem },
    },
    javaVariant('Java, naive', naive),
    javaVariant('this function', deployed),
    javaVariant('this function, primed', { ...deployed, primed: true }),
    // The comparison for the stack's JAVA_TOOL_OPTIONS.
    javaVariant('primed, every compiler', { ...deployed, primed: true, more: ['-XX:TieredStopAtLevel=4'] }),
  );
  if (against) {
    all.push(javaVariant('the other jar', against), javaVariant('the other jar, primed', { ...against, primed: true }));
  }
  const classes = (name, options) => javaVariant(name, { ...options, more: ['-Xlog:class+load:stdout'], keepOutput: true });
  return {
    all,
    classes: [
      classes('Java, naive', naive),
      classes('this function', deployed),
      ...(against ? [classes('the other jar', against)] : []),
    ],
  };
}
