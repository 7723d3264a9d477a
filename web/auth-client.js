// A function for each route of the API. docs/front-end.md shows how to use them. They need only fetch.

/**
 * @typedef {object} Challenge A challenge of Cognito; docs/openapi.yaml describes all its members.
 * @property {string} challengeName such as NEW_PASSWORD_REQUIRED, MFA_SETUP or SOFTWARE_TOKEN_MFA
 * @property {string} session works once, and for `sessionExpiresInSeconds`
 * @property {string} username the name that Cognito stores for the user
 * @property {number} sessionExpiresInSeconds
 * @property {Record<string, string>} challengeParameters
 * @property {string[]} [requiredAttributes] with NEW_PASSWORD_REQUIRED
 * @property {string} [secretCode] with MFA_SETUP, for typing into an authenticator app; absent if there was none to be had
 * @property {string} [otpauthUri] with MFA_SETUP, for a QR code
 */

/**
 * @typedef {object} Outcome The outcome of a step: the next challenge, or no challenge if the user is signed in.
 * @property {Challenge} [challenge]
 * @property {'not_set' | 'not_renewable'} [tokenTooLarge] signed in, but the browser got no cookie, or none to renew
 */

/**
 * @typedef {object} Session
 * @property {string} username
 * @property {string} sub
 * @property {string[]} groups
 * @property {string} expiresAt when the access token expires; a renewal moves it
 */

/**
 * @typedef {object} PasswordPolicy
 * @property {number} minimumLength
 * @property {boolean} requireUppercase
 * @property {boolean} requireLowercase
 * @property {boolean} requireNumbers
 * @property {boolean} requireSymbols
 * @property {number} passwordHistorySize
 */

/** The longest time of a reply; the API itself takes ten seconds at most. */
const TOO_LONG_MILLIS = 15_000;

/** Codes for replies of API Gateway or a proxy. */
const CODES_BY_STATUS = new Map([
  [401, 'session_ended'],
  [403, 'blocked'],
  [404, 'not_found'],
  [413, 'payload_too_large'],
  [429, 'too_many_requests'],
]);

/** A failed call. `code` is for programs; it is a code of docs/openapi.yaml or `network_failure`. */
export class AuthError extends Error {
  /**
   * @param {string} code
   * @param {string} message for people, in English
   * @param {{status?: number, attribute?: string, retryAfterSeconds?: number, nextStep?: string, requestId?: string}}
   *     [details]
   */
  constructor(code, message, details = {}) {
    super(message);
    this.name = 'AuthError';
    /** Stable: the code of a reason never changes. */
    this.code = code;
    /** The HTTP status, or 0 if there was no reply. */
    this.status = details.status ?? 0;
    /** The user attribute that was refused. */
    this.attribute = details.attribute;
    /** The number of seconds after which another try may succeed. */
    this.retryAfterSeconds = details.retryAfterSeconds;
    /** With `outcome_unknown`: `sign_in_with_new_password` or `sign_in`. */
    this.nextStep = details.nextStep;
    /** The id by which operators find the request. */
    this.requestId = details.requestId;
  }
}

export class AuthClient {
  #api;
  /** @type {Promise<void> | undefined} */
  #refreshing;

  /** @param {string} [api] address of the API, no slash at its end: `/api` behind the front door, none beside `bin/local` */
  constructor(api = '') {
    this.#api = api;
  }

  /**
   * @param {string} username or an alias, such as the e-mail address
   * @param {string} password
   * @returns {Promise<Outcome>}
   */
  async login(username, password) {
    return outcome(await this.#post('/login', { username, password }));
  }

  /**
   * Answers NEW_PASSWORD_REQUIRED. With the temporary password, the API renews an expired session within this call.
   *
   * @param {Pick<Challenge, 'username' | 'session'>} challenge
   * @param {string} newPassword
   * @param {{attributes?: Record<string, string>, temporaryPassword?: string}} [more]
   * @returns {Promise<Outcome>}
   */
  async changePassword({ username, session }, newPassword, { attributes, temporaryPassword } = {}) {
    return outcome(
      await this.#post('/change-password', {
        username,
        new_password: newPassword,
        session,
        attributes,
        temporary_password: temporaryPassword,
      }),
    );
  }

  /**
   * Answers every other challenge: with the code, or for SELECT_MFA_TYPE with the chosen one.
   *
   * @param {Pick<Challenge, 'username' | 'session' | 'challengeName'>} challenge
   * @param {string} answer
   * @returns {Promise<Outcome>}
   */
  async answerChallenge({ username, session, challengeName }, answer) {
    const named = challengeName === 'SELECT_MFA_TYPE' ? { answer } : { code: answer };
    return outcome(await this.#post('/challenge', { username, challengeName, session, ...named }));
  }

  /** @param {string} username or an alias; the reply does not tell whether there is such a user */
  async forgotPassword(username) {
    await this.#post('/forgot-password', { username });
  }

  /**
   * Sets the new password, but does not sign in.
   *
   * @param {string} username
   * @param {string} code
   * @param {string} newPassword
   */
  async confirmForgotPassword(username, code, newPassword) {
    await this.#post('/confirm-forgot-password', { username, code, new_password: newPassword });
  }

  /** @returns {Promise<PasswordPolicy>} */
  async passwordPolicy() {
    return /** @type {any} */ (await this.#json('/password-policy'));
  }

  /**
   * The session of the user who is signed in. After a 401 the session is renewed once.
   *
   * @returns {Promise<Session>}
   */
  async session() {
    return /** @type {any} */ (await read(await this.fetch('/session')));
  }

  /** Gets a new access token; concurrent calls share one request. */
  async refresh() {
    this.#refreshing ??= this.#json('/session/refresh', { method: 'POST' })
      .then(() => undefined)
      .finally(() => {
        this.#refreshing = undefined;
      });
    return this.#refreshing;
  }

  /** Ends the session on all devices. */
  async signOut() {
    await this.#json('/session', { method: 'DELETE' });
  }

  /**
   * A call of a protected route, as `fetch` itself but with the session; after a 401 the session is renewed and the call
   * made once more.
   *
   * @param {string} path
   * @param {RequestInit} [init]
   * @returns {Promise<Response>}
   */
  async fetch(path, init) {
    const reply = await this.#send(path, init);
    if (reply.status !== 401) {
      return reply;
    }
    try {
      await this.refresh();
    } catch (error) {
      if (error instanceof AuthError && error.code === 'session_ended') {
        return reply;
      }
      throw error;
    }
    return this.#send(path, init);
  }

  /**
   * @param {string} path
   * @param {Record<string, unknown>} body
   */
  #post(path, body) {
    return this.#json(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /**
   * @param {string} path
   * @param {RequestInit} [init]
   */
  async #json(path, init) {
    return read(await this.#send(path, init));
  }

  /**
   * @param {string} path
   * @param {RequestInit} [init]
   */
  async #send(path, init = {}) {
    const headers = new Headers(init.headers);
    // Shows that the page itself sends the request, because a form of another site cannot send this header.
    headers.set('x-requested-with', 'fetch');
    try {
      return await fetch(this.#api + path, {
        signal: AbortSignal.timeout(TOO_LONG_MILLIS),
        ...init,
        headers,
        credentials: 'include', // without this option the browser neither sends nor keeps the cookies
      });
    } catch {
      throw new AuthError('network_failure', 'The service cannot be reached.');
    }
  }
}

/**
 * The JSON of a reply.
 *
 * @param {Response} reply
 * @returns {Promise<Record<string, any>>}
 * @throws {AuthError} where the reply is an error
 */
export async function read(reply) {
  const json = await reply.json().catch(() => null);
  const body = json !== null && typeof json === 'object' ? json : {};
  if (reply.ok && json === body) {
    return body;
  }
  const code = reply.ok ? 'upstream_error' : (CODES_BY_STATUS.get(reply.status) ?? 'upstream_error');
  throw new AuthError(body.code ?? code, body.message ?? `The service answered ${reply.status}.`, {
    status: reply.status,
    requestId: reply.headers.get('apigw-requestid') ?? undefined,
    ...body,
  });
}

/**
 * @param {Record<string, any>} body
 * @returns {Outcome}
 */
function outcome(body) {
  if (typeof body.challengeName === 'string') {
    return { challenge: /** @type {any} */ (body) };
  }
  return body.code === 'token_too_large' ? { tokenTooLarge: body.session } : {};
}
