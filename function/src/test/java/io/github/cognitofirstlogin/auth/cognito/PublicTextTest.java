package io.github.cognitofirstlogin.auth.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of Cognito and of Lambda triggers that a caller may read. */
class PublicTextTest {
  /** The internal values that a text must not contain, in their usual forms. */
  static final List<String> INTERNALS =
      List.of(
          // Files and folders.
          "/var/task/index.js",
          "file:///var/task/index.mjs",
          "file:/var/task",
          "/var/runtime",
          "/opt/nodejs/node_modules",
          "/tmp/x",
          "/home",
          "(/var/task)",
          "'/opt/a'",
          "=/tmp",
          "./handler",
          "../lib/x",
          "~/secrets",
          "var/task/index",
          "C:\\work\\x",
          "c:/work/x",
          "\\\\server\\share",
          "index.js",
          "handler.py",
          "Handler.java",
          "function.jar",
          "settings.yaml",
          // Addresses.
          "http://example.com",
          "HTTPS://example.com",
          "ftp://x",
          "s3://bucket/key",
          "postgres://db",
          "redis://x",
          "//cdn.example.com/x",
          "jdbc:mysql:x",
          "mailto:x",
          "emma@example.com",
          "<emma@example.com>",
          "\u7528\u6237@\u4f8b\u5b50.\u516c\u53f8",
          "emma@b\u00fccher.example",
          "emma@intranet",
          "https:example.com",
          "javascript:alert(1)",
          "%2Fvar%2Ftask",
          "arn%3Aaws%3Alambda",
          "&#47;var&#47;task",
          "&lt;b&gt;",
          "+49 30 1234567",
          "+886912345678",
          "+1 (202) 555-0143",
          // Hosts.
          "10.0.0.1",
          "host_10.0.0.1_x",
          "169.254.169.254:80",
          "ip-10-0-0-1",
          "ip-10-0-0-1.ec2.internal",
          "\uff11\uff10.0.0.\uff11",
          "0x7f000001",
          "::1",
          "fe80::1%eth0",
          "[2001:db8::1]:443",
          "2001:db8:0:0:0:0:0:1",
          "2001:0DB8:85A3:0000:0000:8A2E:0370:7334",
          "::ffff:10.0.0.1",
          "02:42:ac:11:00:02",
          "localhost",
          "localhost:8080",
          "cache:6379",
          "db.prod.example.com",
          "db.internal",
          "printer.local",
          "sqs.eu-west-1.amazonaws.com",
          "x.amazonaws.com.cn",
          // AWS.
          "arn:aws:lambda:eu-central-1:1:function:x",
          "arn:aws-cn:iam::123456789012:role/x",
          "arn:aws-us-gov:s3:::x",
          "ARN:aws:x",
          "123456789012",
          "1234-5678-9012",
          "1234 5678 9012",
          "account_123456789012_x",
          "1234.5678.9012",
          "i-0abcd1234ef567890",
          "vpc-0a1b2c3d",
          "subnet-12345678",
          "ar\u200bn:aws:lambda",
          "1234\u00ad5678\u20609012",
          "eu-central-1_AbCdEf123",
          "us-gov-west-1_x1",
          "eu-central-1",
          "2example3client4id5abcdefg",
          "client_2example3client4id5abcdefg",
          "AKIAIOSFODNN7EXAMPLE",
          "ASIAIOSFODNN7EXAMPLE",
          "AROAIOSFODNN7EXAMPLE",
          "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
          "AWS_SECRET_ACCESS_KEY",
          "TABLE_NAME=users",
          "LAMBDA_TASK_ROOT",
          // Ids, tokens, hashes.
          "c0ffee00-1111-4222-8333-444455556666",
          "C0FFEE00-1111-4222-8333-444455556666",
          "RequestId",
          "request id",
          "9e107d9d372bb6826bd81d3542a419d6",
          "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl",
          "java.lang.Object@1b2c3d4e",
          "Object@1b2c3d4e",
          // Stack traces.
          "at com.example.Handler.run(Handler.java:3)",
          "at Object.<anonymous> (/var/task/index.js:3:9)",
          "at async Runtime.handleOnceNonStreaming",
          "at process.processTicksAndRejections (node:internal/process:95:5)",
          "at handler (index:3:9)",
          "at Foo.bar(Native)",
          "main:12:5",
          "Traceback (most recent call last)",
          "File \"x\", line 3",
          "Caused by the cache",
          "NullPointerException",
          "java.lang.IllegalStateException",
          "TypeError",
          "botocore.errorfactory.ResourceNotFoundException",
          "Cannot read properties of undefined (reading 'x')",
          "x is not a function",
          "x is not defined",
          "'NoneType' object has no attribute 'x'",
          "exit status 1",
          "Task timed out after 3.00 seconds",
          "Runtime.HandlerNotFound",
          "{\"errorMessage\":\"x\",\"errorType\":\"y\"}",
          "{'Code': 'x'}",
          "[object Object]",
          "getaddrinfo ENOTFOUND db",
          "connect ECONNREFUSED",
          "[Errno 2] No such file",
          "SQLSTATE[42S02]",
          "ORA-00942",
          "password=hunter2",
          "Bearer abc123",
          "logback.xml",
          "server.pem",
          // Characters.
          "two\nlines",
          "tab\there",
          "nul\u0000",
          "separator\u2028",
          "paragraph\u2029",
          "\u202eturned around",
          "<b>",
          "\u0085");

  static final List<String> SENTENCES =
      List.of(
          "Incorrect username or password.",
          "User is disabled.",
          "User does not exist.",
          "User is not confirmed.",
          "Password attempts exceeded",
          "Temporary password has expired and must be reset by an administrator.",
          "User account has expired, it must be reset by an administrator.",
          "Password reset required for the user",
          "Invalid session for the user.",
          "Invalid session for the user, session is expired.",
          "Invalid session for the user, session can only be used once.",
          "Invalid code or auth state for the user.",
          "Invalid verification code provided, please try again.",
          "Invalid code provided, please request a code again.",
          "Invalid code received for user",
          "Your software token has already been used once.",
          "Code mismatch",
          "Attempt limit exceeded, please try after some time.",
          "Password does not conform to policy: Password not long enough",
          "Password does not conform to policy: Password must have uppercase characters",
          "Password did not conform with policy: Password must have symbol characters",
          "Password has previously been used.",
          "Cannot modify an already provided email",
          "Cannot modify an already provided phone_number",
          "A client attempted to write unauthorized attribute",
          "Invalid attributes given, given_name is missing",
          "Invalid attributes given, name and custom:department_name is missing",
          "Attributes did not conform to the schema: birthdate: String must be no shorter than 10"
              + " characters",
          "Attributes did not conform to the schema: name.formatted: The attribute name.formatted"
              + " is required",
          "Attributes did not conform to the schema: custom:team: Attribute does not exist in the"
              + " schema.",
          "Attributes did not conform to the schema: Type for attribute {custom:role} could not be"
              + " determined",
          "Invalid phone number format.",
          "Invalid email address format.",
          "Invalid phone number/email address format.",
          "Missing required parameter USERNAME",
          "Missing required parameter SMS_MFA_CODE",
          "Cannot reset password for the user as there is no registered/verified email or"
              + " phone_number",
          "User password cannot be reset in the current state.",
          "Username/client id combination not found.",
          "Refresh Token has been revoked",
          "Invalid Refresh Token",
          "Software Token MFA has not been enabled by the userPool",
          "Request not allowed due to security reasons.",
          // Sentences that a trigger may use.
          "Only from the office",
          "You can sign in at work. Ask at reception.",
          "Sign in between 9:00 and 17:30",
          "Closed until 12:30:45",
          "Closed until 2027-01-31",
          "Your trial of 30 days has ended (plan: basic)",
          "Ask the help desk, extension 4711.",
          "Only employees of example.com may sign in",
          "Bitte w\u00e4hlen Sie zuerst eine Abteilung, z. B. Vertrieb.",
          "Donaudampfschifffahrtsgesellschaftskapit\u00e4n gesucht",
          "\u53ea\u80fd\u5728\u8fa6\u516c\u5ba4\u767b\u5165\u3002",
          "\u0627\u0644\u062f\u062e\u0648\u0644 \u0645\u0646 \u0627\u0644\u0645\u0643\u062a\u0628");

  static Stream<Arguments> placed() {
    return INTERNALS.stream()
        .flatMap(
            internal ->
                Stream.of("%s", "See %s", "%s failed", "It failed: %s.", "(%s)", "x=%s;", "\"%s\"")
                    .map(frame -> Arguments.of(frame.formatted(internal))));
  }

  @ParameterizedTest
  @MethodSource("placed")
  void textThatNamesAnInternalInAnyFormAndPlaceIsWithheld(String text) {
    assertThat(PublicText.of(text, Set.of())).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("SENTENCES")
  void sentenceThatNamesNothingOfOursIsPassedOnAsItIs(String text) {
    assertThat(PublicText.of(text, Set.of())).hasValue(text);
  }

  @ParameterizedTest
  @FieldSource("SECRETS_AS_REPEATED")
  void secretOfTheCallersIsWithheldInAnyCase(String repeated) {
    assertThat(PublicText.of("Bad: " + repeated + ".", Set.of("My own Passw0rd!"))).isEmpty();
    assertThat(PublicText.of("Bad: " + repeated + ".", Set.of("another"))).isPresent();
  }

  static final List<String> SECRETS_AS_REPEATED =
      List.of(
          "My own Passw0rd!",
          "MY OWN PASSW0RD!",
          "my own passw0rd!",
          "\uff2d\uff59 own Passw\uff10rd!");
}
