package io.github.cognitofirstlogin.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Does what its event says. This class is put into its own jar. */
public final class SampleHandler implements RequestStreamHandler {

  private final Map<String, String> environment;

  public SampleHandler(Map<String, String> environment) {
    if (environment.containsKey("FAIL")) {
      throw new IllegalStateException("environment variable X is not set");
    }
    this.environment = environment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var words = new String(input.readAllBytes(), StandardCharsets.UTF_8).split(" ", 2);
    switch (words[0]) {
      case "throw" -> throw new IllegalStateException("thrown");
      case "error" -> throw new StackOverflowError();
      case "sleep" -> sleep(context);
      case "log" -> {
        context.getLogger().log(words[1]);
        context.getLogger().log(words[1].getBytes(StandardCharsets.UTF_8));
      }
      case "env" -> write(output, String.valueOf(environment.get(words[1])));
      case "flood" -> output.write(new byte[Integer.parseInt(words[1])]);
      case "load" -> write(output, load(words[1]));
      case "context" ->
          write(
              output,
              "%s %s %d %b"
                  .formatted(
                      context.getFunctionName(),
                      context.getInvokedFunctionArn(),
                      context.getMemoryLimitInMB(),
                      context.getRemainingTimeInMillis() > 0
                          && context.getRemainingTimeInMillis() <= 60_000));
      default -> write(output, words[0]);
    }
  }

  private static void sleep(Context context) {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      context.getLogger().log("interrupted");
    }
  }

  private String load(String name) {
    try {
      var loaded = Class.forName(name, false, getClass().getClassLoader());
      return loaded.getClassLoader() == getClass().getClassLoader() ? "own" : "shared";
    } catch (ClassNotFoundException e) {
      return "absent";
    }
  }

  private static void write(OutputStream output, String text) throws IOException {
    output.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
