// A first login with AWS Amplify's client, as a page does it: SRP, the new password, a refresh, a global sign-out.
// Arguments: endpoint, user pool id, client id, username, temporary password, new password. Prints the result of each step as a line.

import { confirmSignIn, fetchAuthSession, getCurrentUser, signIn, signOut } from '@aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito';
import { Amplify, ConsoleLogger } from '@aws-amplify/core';

const [userPoolEndpoint, userPoolId, userPoolClientId, username, temporary, chosen] = process.argv.slice(2);
// Amplify prints a warning for every endpoint outside AWS.
ConsoleLogger.LOG_LEVEL = 'ERROR';
const Auth = { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } };
cognitoUserPoolsTokenProvider.setAuthConfig(Auth);
Amplify.configure({ Auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } });

console.log(await signIn({ username, password: 'Wrong-Password-1' }).catch((error) => `${error.name}: ${error.message}`));
console.log((await signIn({ username, password: temporary })).nextStep.signInStep);
console.log((await confirmSignIn({ challengeResponse: chosen })).nextStep.signInStep);
console.log((await getCurrentUser()).username);
const before = (await fetchAuthSession()).tokens.accessToken.toString();
const after = (await fetchAuthSession({ forceRefresh: true })).tokens.accessToken.toString();
console.log(before === after ? 'not refreshed' : 'refreshed');
await signOut({ global: true });
console.log(await getCurrentUser().catch((error) => error.name));
