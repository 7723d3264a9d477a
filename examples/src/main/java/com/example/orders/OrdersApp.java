package com.example.orders;

import java.nio.file.Path;
import software.amazon.awscdk.App;

/** The entry point for a cdk.json; its argument is the path of the function's jar. */
public final class OrdersApp {
  private OrdersApp() {}

  public static void main(String[] arguments) {
    var app = new App();
    new OrdersStack(app, "Orders", Path.of(arguments[0]));
    app.synth();
  }
}
