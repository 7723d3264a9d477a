package io.github.cognitofirstlogin.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Loads a function from its jar as if the function were alone in its JVM. The function sees only
 * one class of this application: the common interface.
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

  /** The JDK, and the types that Lambda itself provides. */
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
