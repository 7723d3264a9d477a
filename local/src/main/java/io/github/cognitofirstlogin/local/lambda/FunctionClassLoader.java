package io.github.cognitofirstlogin.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Loads a function from its jar as if it were alone in its JVM: of this application it sees nothing
 * but the interface that both sides speak.
 */
final class FunctionClassLoader extends URLClassLoader {

  FunctionClassLoader(Path jar) {
    super(new URL[] {url(jar)}, new LambdaInterface());
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The JDK, and on top of it the types that Lambda itself gives to a function. */
  private static final class LambdaInterface extends ClassLoader {

    private static final String PACKAGE = RequestStreamHandler.class.getPackageName() + ".";

    LambdaInterface() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(PACKAGE)) {
        return Class.forName(name, false, RequestStreamHandler.class.getClassLoader());
      }
      throw new ClassNotFoundException(name);
    }
  }
}
