#!/usr/bin/env bash
# Completes a first login with curl: .ci/first-login.sh FILE, where FILE has the output of a fresh `bin/local`.
set -euo pipefail

printed=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

printed() {
  local value
  value=$(sed -n "s/^$1//p" "$printed")
  [ -n "$value" ] || fail "bin/local did not print '$1'"
  echo "$value"
}

api=$(printed 'Auth.ApiUrl = ')
temporary=$(printed "The user 'demo' (demo@example.com) has the temporary password ")
# Each step checks its reply: the status is in $status, the body in $body, the head in $work/head.
post() {
  status=$(curl -sS --max-time 20 -o "$work/body" -D "$work/head" -w '%{http_code}' \
    -H 'content-type: application/json' -d "$2" "$api$1") || fail "no answer from $api$1"
  body=$(cat "$work/body")
}

expect() {
  [ "$status" = "$1" ] || fail "$2: expected status $1, got $status: $body"
  case $body in
    *"$3"*) echo "ok: $2" ;;
    *) fail "$2: expected $3 in: $body" ;;
  esac
}

expect_no_cookie() {
  if grep -qi '^set-cookie:' "$work/head"; then
    fail "$1: a cookie was set"
  fi
}

login() {
  post /login "{\"username\":\"demo\",\"password\":\"$1\"}"
}

change_password() {
  post /change-password "{\"username\":\"demo\",\"new_password\":\"$1\",\"session\":\"$session\"}"
}

cookie='^set-cookie: accessToken=[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=None; Partitioned$'
expect_cookie() {
  [ "$(tr -d '\r' <"$work/head" | grep -ciE "$cookie")" = 1 ] || fail "$1: the cookie is not the expected one"
}

new="Quiet-Harbour-$RANDOM-$RANDOM"

login "${temporary}x"
expect 401 'a wrong temporary password is refused' '"message":"Incorrect username or password."'
expect_no_cookie 'a wrong temporary password'

login "$temporary"
expect 200 'the temporary password is challenged' '"challengeName":"NEW_PASSWORD_REQUIRED"'
expect_no_cookie 'a challenge'
session=$(printf '%s' "$body" | sed -n 's/.*"session":"\([^"]*\)".*/\1/p')
[ -n "$session" ] || fail 'the challenge has no session'

change_password 'weak'
expect 400 "a weak password is refused with the policy's message" '"message":"Password does not conform to policy: Password not long enough"'
expect_no_cookie 'a weak password'

change_password "$new"
expect 200 'a good password is accepted' '"message":"Password changed successfully"'
expect_cookie 'a good password'

change_password "$new"
expect 400 'the same session is refused the second time' '"message":"Invalid session for the user, session can only be used once."'
expect_no_cookie 'a used session'

login "$temporary"
expect 401 'the temporary password has had its day' '"message":"Incorrect username or password."'

login "$new"
expect 200 'the new password signs in' '"message":"Login successful"'
expect_cookie 'the new password'
