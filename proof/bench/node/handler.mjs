// The original handler in Node, with the SDK's third version.

import {
  CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';

const client = new CognitoIdentityProviderClient({});

const reply = (statusCode, message, cookies) => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  cookies,
  body: JSON.stringify({ message }),
});

export async function handler(event) {
  const body = JSON.parse(event.body);
  try {
    const answer = await client.send(
      new RespondToAuthChallengeCommand({
        ClientId: process.env.USER_POOL_CLIENT_ID,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: body.session,
        ChallengeResponses: { USERNAME: body.username, NEW_PASSWORD: body.new_password },
      }),
    );
    const token = answer.AuthenticationResult.AccessToken;
    return reply(200, 'Password changed successfully', [
      `accessToken=${token}; Path=/; Secure; HttpOnly; SameSite=None; Domain=.example.com`,
    ]);
  } catch (error) {
    if (error instanceof CognitoIdentityProviderServiceException) {
      return reply(400, error.message);
    }
    throw error;
  }
}
