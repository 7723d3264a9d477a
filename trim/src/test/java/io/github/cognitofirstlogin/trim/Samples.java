package io.github.cognitofirstlogin.trim;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** A lambda of every kind, and what comes of each. */
class Samples implements Supplier<List<Object>> {
  private final List<Object> said = new ArrayList<>();
  private final String name;

  Samples() {
    this("samples");
  }

  private Samples(String name) {
    this.name = name;
  }

  interface Greeting {
    String greet(String whom);

    default Supplier<String> twice(String whom) {
      return () -> greet(whom) + greet(whom) + suffix();
    }

    private String suffix() {
      Supplier<String> suffix = this::mark;
      return suffix.get();
    }

    private String mark() {
      return "!";
    }

    static Greeting polite() {
      return whom -> "dear " + whom;
    }
  }

  interface Named extends Supplier<String>, Serializable {}

  static class Parent {
    String hello() {
      Supplier<String> own = () -> "hello of " + getClass().getSimpleName();
      return own.get();
    }
  }

  /** Its lambda has the name that the compiler gave its parent's, too. */
  static class Child extends Parent {
    @Override
    String hello() {
      Supplier<String> own = () -> "more than " + super.hello();
      return own.get();
    }
  }

  @Override
  public List<Object> get() {
    int two = 2;
    long big = 1L << 40;
    Function<String, Integer> unbound = String::length;
    ToIntFunction<String> unboundInt = String::length;
    ToLongFunction<Integer> unboxedAndWidened = Integer::intValue;
    Function<Integer, Integer> boxed = x -> x + two;
    IntFunction<List<String>> constructor = ArrayList::new;
    Function<String, Samples> ownConstructor = Samples::new;
    IntUnaryOperator primitives = Math::abs;
    LongSupplier captured = () -> big + two;
    Supplier<Object> widened = "text"::strip;
    UnaryOperator<String> operator = this::decorated;
    BiFunction<String, Object, Boolean> two2 = String::equals;
    IntFunction<String[]> array = String[]::new;
    Callable<Object> nested = () -> ((Supplier<String>) () -> name + two).get();
    Consumer<Object> ignored = said::add;
    Runnable nothing = () -> said.add("ran");
    Named serializable = () -> name;
    Function<Character, Integer> code = Samples::code;
    Supplier<Long> wide = Samples::wide;
    Runnable wideIgnored = Samples::wide;
    said.add(unbound.apply("abc"));
    said.add(unboundInt.applyAsInt("abcd"));
    said.add(unboxedAndWidened.applyAsLong(7));
    said.add(boxed.andThen(x -> x * 2.5).apply(40));
    said.add(constructor.apply(3));
    said.add(ownConstructor.apply("other").name);
    said.add(primitives.applyAsInt(-5));
    said.add(captured.getAsLong());
    said.add(widened.get());
    said.add(operator.apply("x"));
    said.add(two2.apply("a", "a"));
    said.add(array.apply(4).length);
    ignored.accept("taken");
    nothing.run();
    wideIgnored.run();
    said.add(serializable.get());
    said.add(code.apply('c'));
    said.add(wide.get());
    said.add(Greeting.polite().twice("you").get());
    said.add(new Child().hello());
    try {
      said.add(nested.call());
      Callable<Object> failing =
          () -> {
            throw new IllegalStateException("as it was");
          };
      failing.call();
    } catch (Exception e) {
      said.add(e.getMessage());
    }
    try {
      String none = null;
      Supplier<Integer> late = none::length;
      said.add(late);
    } catch (NullPointerException e) {
      said.add("refused at once");
    }
    return said;
  }

  private static int code(char letter) {
    return letter;
  }

  private static long wide() {
    return 1L << 33;
  }

  private String decorated(String text) {
    return "<" + text + ">";
  }
}
