package io.github.cognitofirstlogin.trim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

class LambdasTest {
  private static final List<Class<?>> SAMPLES =
      List.of(
          Samples.class,
          Samples.Greeting.class,
          Samples.Named.class,
          Samples.Parent.class,
          Samples.Child.class);

  private final Jar jar = new Jar(new LinkedHashMap<>(), LocalDateTime.MIN);

  @BeforeEach
  void replaceLambdas() throws IOException {
    for (Class<?> sample : SAMPLES) {
      String name = sample.getName().replace('.', '/');
      try (var input = sample.getResourceAsStream("/" + name + ".class")) {
        jar.put(name, input.readAllBytes());
      }
    }
    Lambdas.replaceIn(jar);
  }

  @Test
  void everyKindOfLambdaDoesWhatItDid() throws Exception {
    assertThat(said(new Replaced(jar).loadClass(Samples.class.getName())))
        .isEqualTo(new Samples().get());
  }

  /** One that is serializable is made in another way. */
  @Test
  void noPlainLambdaIsLeft() {
    List<String> left = new ArrayList<>();
    for (String name : jar.classes()) {
      ClassNode node = new ClassNode();
      new ClassReader(jar.bytes(name)).accept(node, 0);
      for (MethodNode method : node.methods) {
        for (AbstractInsnNode instruction : method.instructions) {
          if (instruction instanceof InvokeDynamicInsnNode dynamic
              && dynamic.bsm.getOwner().endsWith("LambdaMetafactory")) {
            left.add(dynamic.desc);
          }
        }
      }
    }
    assertThat(left).isNotEmpty().allMatch(descriptor -> descriptor.endsWith("Samples$Named;"));
  }

  @Test
  void lambdasOfOneInterfaceShareAClass() {
    assertThat(jar.classes())
        .filteredOn(name -> name.endsWith("Lambda$java_util_function_Supplier"))
        .hasSize(1);
  }

  private static Object said(Class<?> samples) throws ReflectiveOperationException {
    var constructor = samples.getDeclaredConstructor();
    constructor.setAccessible(true);
    return ((Supplier<?>) constructor.newInstance()).get();
  }

  /** Looks into the jar first. */
  private static final class Replaced extends ClassLoader {
    private final Jar jar;

    Replaced(Jar jar) {
      this.jar = jar;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        String internal = name.replace('.', '/');
        if (loaded != null || !jar.holds(internal)) {
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
        byte[] bytes = jar.bytes(internal);
        return defineClass(name, bytes, 0, bytes.length);
      }
    }
  }
}
