"""The handler that this project began as, told again in our words: what a first login took before."""

import json
import os

import boto3
from botocore.exceptions import ClientError

client = boto3.client("cognito-idp")


def reply(status, message, headers=None):
    return {
        "statusCode": status,
        "headers": {"Content-Type": "application/json", **(headers or {})},
        "body": json.dumps({"message": message}),
    }


def handler(event, context):
    try:
        body = json.loads(event["body"])
    except ValueError:
        return reply(400, "Invalid JSON format in request body")
    try:
        answer = client.respond_to_auth_challenge(
            ClientId=os.environ["USER_POOL_CLIENT_ID"],
            ChallengeName="NEW_PASSWORD_REQUIRED",
            Session=body["session"],
            ChallengeResponses={"USERNAME": body["username"], "NEW_PASSWORD": body["new_password"]},
        )
    except ClientError as error:
        return reply(400, error.response["Error"]["Message"])
    token = answer["AuthenticationResult"]["AccessToken"]
    cookie = f"accessToken={token}; Path=/; Secure; HttpOnly; SameSite=None; Domain=.example.com"
    return reply(200, "Password changed successfully", {"Set-Cookie": cookie})
