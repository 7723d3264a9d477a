package io.github.cognitofirstlogin.userpool.users;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the newest messages instead of sending them. */
public final class Outbox {

  private static final int KEPT = 1_000;

  private final Clock clock;
  private final Consumer<OutboxMessage> listener;
  private final List<OutboxMessage> messages = new ArrayList<>();

  public Outbox(Clock clock, Consumer<OutboxMessage> listener) {
    this.clock = clock;
    this.listener = listener;
  }

  public void send(
      OutboxMessage.Medium medium, String to, User user, String secret, String template) {
    var text = template.replace("{username}", user.username()).replace("{####}", secret);
    var message = new OutboxMessage(clock.instant(), medium, to, user.username(), secret, text);
    synchronized (messages) {
      if (messages.size() == KEPT) {
        messages.remove(0);
      }
      messages.add(message);
    }
    listener.accept(message);
  }

  public List<OutboxMessage> messages() {
    synchronized (messages) {
      return List.copyOf(messages);
    }
  }

  public void clear() {
    synchronized (messages) {
      messages.clear();
    }
  }
}
