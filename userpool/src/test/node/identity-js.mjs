// A first login with amazon-cognito-identity-js, as a page does it: SRP, the new password, a second login, a refresh.
// Arguments: endpoint, user pool id, client id, username, temporary password, new password. Prints the result of each step as a line.

import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';

const [endpoint, UserPoolId, ClientId, Username, temporary, chosen] = process.argv.slice(2);
const Pool = new CognitoUserPool({ UserPoolId, ClientId, endpoint });

function login(user, Password) {
  return new Promise((resolve) => {
    user.authenticateUser(new AuthenticationDetails({ Username, Password }), {
      onSuccess: (session) => resolve({ step: 'tokens', session }),
      onFailure: (error) => resolve({ step: `${error.code}: ${error.message}` }),
      newPasswordRequired: () => resolve({ step: 'newPasswordRequired' }),
    });
  });
}

function callback(start) {
  return new Promise((resolve, reject) => start((error, result) => (error ? reject(error) : resolve(result))));
}

const user = new CognitoUser({ Username, Pool });
console.log((await login(user, 'Wrong-Password-1')).step);
console.log((await login(user, temporary)).step);
const first = await new Promise((resolve, reject) =>
  user.completeNewPasswordChallenge(chosen, {}, { onSuccess: resolve, onFailure: reject }),
);
console.log(first.getIdToken().payload['cognito:username']);

const second = await login(new CognitoUser({ Username, Pool }), chosen);
console.log(second.step);
const refreshed = await callback((done) => user.refreshSession(second.session.getRefreshToken(), done));
console.log(refreshed.isValid() ? 'refreshed' : 'not valid');
const attributes = await callback((done) => user.getUserAttributes(done));
console.log(attributes.map((attribute) => attribute.getName()).join(' '));
await new Promise((resolve, reject) => user.globalSignOut({ onSuccess: resolve, onFailure: reject }));
console.log('signed out');
