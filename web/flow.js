// The order of the steps: each outcome of a call of the API, and the step that follows it, errors included.

import { AuthError, read } from './auth-client.js';
import { keep, kept } from './kept.js';
import { stepOf } from './steps.js';

/** @typedef {import('./auth-client.js').Outcome} Outcome */
/** @typedef {import('./auth-client.js').Session} Session */

/** @typedef {{key: string, kind?: 'error' | 'notice'}} Notice above the form of the next step */

const LOST_SESSION = new Set(['session_expired', 'session_invalid', 'session_used']);

/** Failures after which the request may have taken effect. */
const PERHAPS_DONE = new Set(['network_failure', 'upstream_error']);

export class Flow {
  /**
   * Passwords are only in this object and end with the page: the one to sign in with, and the one that may have
   * replaced it.
   */
  #password = '';
  #newPassword = '';
  /** The password reset whose answer was lost. @type {{username: string, newPassword: string} | undefined} */
  #unanswered;
  #show;

  /** @type {Session | undefined} */
  session;
  /** @type {'dropped' | 'too-large' | 'unchecked'} */
  whyNoSession = 'dropped';

  /**
   * @param {import('./auth-client.js').AuthClient} client
   * @param {string | undefined} sample path of a protected route
   * @param {(step: string, notice?: Notice, isReplaced?: boolean) => void} show
   */
  constructor(client, sample, show) {
    this.client = client;
    this.sample = sample;
    this.#show = show;
  }

  get username() {
    return kept().username;
  }

  get challenge() {
    return kept().challenge;
  }

  /** The user name that was typed for this challenge: the page greets it, and a password manager stores it. */
  get signingIn() {
    return kept().signingIn;
  }

  get temporaryPassword() {
    return this.#password === '' ? undefined : this.#password;
  }

  /** For the sign-in form, in which the user then tries the new password. */
  get suggestedPassword() {
    return this.#newPassword;
  }

  /** Whether the step of the address can be shown. @param {string} step */
  canShow(step) {
    const { challenge } = kept();
    switch (step) {
      case 'sign-in':
      case 'forgot-password':
      case 'reset-password':
        return this.session === undefined;
      case 'signed-in':
        return this.session !== undefined;
      default:
        return this.session === undefined && challenge !== undefined && stepOf(challenge) === step;
    }
  }

  /** The step to show for an address, which may be one that is over. @param {string} step */
  nearest(step) {
    if (this.canShow(step)) {
      return step;
    }
    if (this.session) {
      return 'signed-in';
    }
    const { challenge } = kept();
    return challenge && step !== 'signed-in' ? stepOf(challenge) : 'sign-in';
  }

  resume() {
    const { challenge } = kept();
    if (challenge) {
      this.#show(stepOf(challenge));
    }
  }

  /** @param {string} username @param {string} password */
  async signIn(username, password) {
    keep({ username });
    try {
      const outcome = await this.client.login(username, password);
      this.#password = password;
      this.#newPassword = '';
      keep({ signingIn: username, path: ['sign-in'] });
      await this.#next(outcome);
    } catch (error) {
      if (isCode(error, 'password_reset_required')) {
        this.#show('reset-password', { key: 'error.password_reset_required' });
        return;
      }
      throw error;
    }
  }

  /** @param {string} newPassword @param {Record<string, string>} attributes */
  async changePassword(newPassword, attributes) {
    const { challenge } = kept();
    if (!challenge) {
      return this.#startAgain({ key: 'notice.session_invalid' });
    }
    try {
      const outcome = await this.client.changePassword(challenge, newPassword, {
        attributes: Object.keys(attributes).length === 0 ? undefined : attributes,
        temporaryPassword: this.temporaryPassword,
      });
      this.#password = newPassword;
      await this.#next(outcome);
    } catch (error) {
      if (!(error instanceof AuthError)) {
        throw error;
      }
      if (LOST_SESSION.has(error.code)) {
        this.#newPassword = error.code === 'session_used' ? newPassword : '';
        this.#startAgain({ key: `notice.${error.code}` });
      } else if (error.code === 'outcome_unknown') {
        this.#newPassword = newPassword;
        this.#startAgain({ key: 'notice.outcome-new-password' });
      } else if (error.code === 'temporary_password_expired') {
        this.#startAgain({ key: 'error.temporary_password_expired', kind: 'error' });
      } else if (error.code === 'password_reset_required') {
        this.#show('reset-password', { key: 'error.password_reset_required' }, true);
      } else {
        throw error;
      }
    }
  }

  /** @param {string} answer */
  async answer(answer) {
    const { challenge } = kept();
    if (!challenge) {
      return this.#startAgain({ key: 'notice.session_invalid' });
    }
    try {
      await this.#next(await this.client.answerChallenge(challenge, answer));
    } catch (error) {
      if (isCode(error, 'outcome_unknown')) {
        this.#startAgain({ key: 'notice.outcome-sign-in' });
      } else if (error instanceof AuthError && LOST_SESSION.has(error.code)) {
        await this.#beginAgain(challenge, error.code);
      } else if (isCode(error, 'challenge_unsupported')) {
        keep({ challenge: undefined });
        this.#show('unsupported', undefined, true);
      } else {
        throw error;
      }
    }
  }

  /** @param {string} username */
  async forgotPassword(username) {
    keep({ username });
    await this.client.forgotPassword(username);
    this.#unanswered = undefined;
    this.#show('reset-password');
  }

  /** @param {string} username @param {string} code @param {string} newPassword */
  async resetPassword(username, code, newPassword) {
    keep({ username });
    try {
      await this.client.confirmForgotPassword(username, code, newPassword);
    } catch (error) {
      const reason = error instanceof AuthError ? error.code : '';
      const before = this.#unanswered?.username === username ? this.#unanswered.newPassword : undefined;
      if (PERHAPS_DONE.has(reason)) {
        this.#unanswered = { username, newPassword: before ?? newPassword };
      }
      // The API answers a code that was used up like a wrong code.
      const tried = reason === 'outcome_unknown' ? newPassword : reason === 'code_mismatch' ? before : undefined;
      if (tried === undefined) {
        throw error;
      }
      this.#unanswered = undefined;
      this.#newPassword = tried;
      this.#startAgain({ key: 'notice.outcome-reset' });
      return;
    }
    this.#unanswered = undefined;
    this.#newPassword = newPassword;
    this.#startAgain({ key: 'notice.password-changed' });
  }

  async signOut() {
    await this.client.signOut();
    this.session = undefined;
    this.#startAgain({ key: 'notice.signed-out' });
  }

  /** Whether the browser kept the session, which only a request with the cookie can show. */
  async verifySession() {
    try {
      this.session = await this.client.session();
    } catch (error) {
      this.whyNoSession = isCode(error, 'session_ended') ? 'dropped' : 'unchecked';
      this.#show('no-session', undefined, true);
      return;
    }
    this.#show('signed-in', undefined, true);
  }

  /**
   * What a protected route answers; nothing when the session ended while the page was open.
   *
   * @param {string} path
   */
  async call(path) {
    try {
      let reply = await this.client.fetch(path);
      if (reply.status === 403) {
        // A session that the route's authorizer refuses is renewed by asking for it, or is over.
        await this.client.session();
        reply = await this.client.fetch(path);
      }
      return await read(reply);
    } catch (error) {
      if (!isCode(error, 'session_ended')) {
        throw error;
      }
      this.session = undefined;
      this.#startAgain({ key: 'error.session_ended' });
      return undefined;
    }
  }

  /** @param {Outcome} outcome @param {Notice} [notice] above the next challenge */
  async #next({ challenge, tokenTooLarge }, notice) {
    const { path, challenge: before } = kept();
    if (challenge && lacksKey(challenge)) {
      // The previous step took effect. The challenge comes again with the next sign-in.
      this.#newPassword = this.#password;
      this.#startAgain({ key: 'notice.set-up-interrupted' });
      return;
    }
    if (challenge) {
      const step = stepOf(challenge);
      keep({
        challenge: step === 'unsupported' ? undefined : challenge,
        path: path.includes(step) ? path : [...path, step],
      });
      // The user cannot go back to a challenge that was answered.
      this.#show(step, notice, before !== undefined && path.length > 1);
      return;
    }
    this.#password = '';
    this.#newPassword = '';
    keep({ challenge: undefined });
    if (tokenTooLarge === 'not_set') {
      this.whyNoSession = 'too-large';
      this.#show('no-session', undefined, true);
    } else {
      await this.verifySession();
    }
  }

  /**
   * With the password that is still known, where a session was lost after it.
   *
   * @param {import('./auth-client.js').Challenge} lost
   * @param {string} code
   */
  async #beginAgain(lost, code) {
    if (this.#password === '') {
      return this.#startAgain({ key: `notice.${code === 'session_used' ? 'session_invalid' : code}` });
    }
    const outcome = await this.client.login(lost.username, this.#password);
    const isOtherKey = lost.secretCode !== undefined && outcome.challenge?.secretCode !== undefined;
    return this.#next(outcome, { key: isOtherKey ? 'notice.began-again-key' : 'notice.began-again' });
  }

  /** @param {Notice} notice */
  #startAgain(notice) {
    this.#password = '';
    keep({ challenge: undefined, path: [] });
    this.#show('sign-in', notice, true);
  }
}

/**
 * An authenticator app is to be set up, and its key could not be had.
 *
 * @param {import('./auth-client.js').Challenge} challenge
 */
function lacksKey({ challengeName, challengeParameters, otpauthUri }) {
  const { MFAS_CAN_SETUP = '' } = challengeParameters;
  return challengeName === 'MFA_SETUP' && otpauthUri === undefined && MFAS_CAN_SETUP.includes('SOFTWARE_TOKEN_MFA');
}

/** @param {unknown} error @param {string} code */
function isCode(error, code) {
  return error instanceof AuthError && error.code === code;
}
