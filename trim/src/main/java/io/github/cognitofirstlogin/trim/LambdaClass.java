package io.github.cognitofirstlogin.trim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * A class whose objects are the lambdas of one interface in one package: each has the number of its
 * body, and the values that it captured.
 */
final class LambdaClass {
  private static final Type OBJECT = Type.getType(Object.class);
  private static final String NUMBER = "number";
  private static final String VALUE = "value";

  private final Type type;
  private final Type implemented;
  private final Method method;
  private final List<Lambda> lambdas = new ArrayList<>();

  /**
   * One place in the code that makes a lambda.
   *
   * @param captured the types of what is kept for the body
   * @param body what runs
   * @param actual the method's parameters and result as they are there, which the interface may not
   *     know
   */
  record Lambda(List<Type> captured, Handle body, Type actual) {}

  LambdaClass(String name, String implemented, String method, String descriptor) {
    this.type = Type.getObjectType(name);
    this.implemented = Type.getObjectType(implemented);
    this.method = new Method(method, descriptor);
  }

  String name() {
    return type.getInternalName();
  }

  /** The name of the static method that makes such an object. */
  String add(Lambda lambda) {
    if (!lambdas.contains(lambda)) {
      lambdas.add(lambda);
    }
    return factory(lambdas.indexOf(lambda));
  }

  byte[] bytes() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(
        Opcodes.V1_8,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name(),
        null,
        OBJECT.getInternalName(),
        new String[] {implemented.getInternalName()});
    int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
    writer.visitField(field, NUMBER, "I", null, null);
    for (int i = 0; i < values(); i++) {
      writer.visitField(field, VALUE + i, OBJECT.getDescriptor(), null, null);
    }
    writeConstructor(writer);
    for (int i = 0; i < lambdas.size(); i++) {
      writeFactory(writer, i);
    }
    writeMethod(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static String factory(int number) {
    return "of" + number;
  }

  private int values() {
    return lambdas.stream().mapToInt(lambda -> lambda.captured().size()).max().orElse(0);
  }

  private Method constructor() {
    List<Type> parameters = new ArrayList<>(Collections.nCopies(values(), OBJECT));
    parameters.add(0, Type.INT_TYPE);
    return new Method("<init>", Type.VOID_TYPE, parameters.toArray(Type[]::new));
  }

  private void writeConstructor(ClassWriter writer) {
    Method constructor = constructor();
    GeneratorAdapter code =
        new GeneratorAdapter(Opcodes.ACC_PRIVATE, constructor, null, null, writer);
    code.loadThis();
    code.invokeConstructor(OBJECT, new Method("<init>", "()V"));
    code.loadThis();
    code.loadArg(0);
    code.putField(type, NUMBER, Type.INT_TYPE);
    for (int i = 0; i < values(); i++) {
      code.loadThis();
      code.loadArg(1 + i);
      code.putField(type, VALUE + i, OBJECT);
    }
    code.returnValue();
    code.endMethod();
  }

  private void writeFactory(ClassWriter writer, int number) {
    List<Type> captured = lambdas.get(number).captured();
    GeneratorAdapter code =
        new GeneratorAdapter(
            Opcodes.ACC_STATIC,
            new Method(factory(number), implemented, captured.toArray(Type[]::new)),
            null,
            null,
            writer);
    code.newInstance(type);
    code.dup();
    code.push(number);
    for (int i = 0; i < values(); i++) {
      if (i < captured.size()) {
        code.loadArg(i);
        code.valueOf(captured.get(i));
      } else {
        code.visitInsn(Opcodes.ACONST_NULL);
      }
    }
    code.invokeConstructor(type, constructor());
    code.returnValue();
    code.endMethod();
  }

  private void writeMethod(ClassWriter writer) {
    GeneratorAdapter code = new GeneratorAdapter(Opcodes.ACC_PUBLIC, method, null, null, writer);
    Label[] bodies = new Label[lambdas.size()];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = code.newLabel();
    }
    code.loadThis();
    code.getField(type, NUMBER, Type.INT_TYPE);
    code.visitTableSwitchInsn(0, bodies.length - 1, bodies[bodies.length - 1], bodies);
    for (int i = 0; i < bodies.length; i++) {
      code.mark(bodies[i]);
      writeBody(code, lambdas.get(i));
    }
    code.endMethod();
  }

  private void writeBody(GeneratorAdapter code, Lambda lambda) {
    Handle body = lambda.body();
    Type owner = Type.getObjectType(body.getOwner());
    List<Type> wanted = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
    Type result = Type.getReturnType(body.getDesc());
    switch (body.getTag()) {
      case Opcodes.H_NEWINVOKESPECIAL -> {
        code.newInstance(owner);
        code.dup();
        result = owner;
      }
      case Opcodes.H_INVOKESTATIC -> {}
      default -> wanted.add(0, owner);
    }
    int captured = lambda.captured().size();
    for (int i = 0; i < captured; i++) {
      code.loadThis();
      code.getField(type, VALUE + i, OBJECT);
      code.unbox(wanted.get(i));
    }
    for (int i = 0; i < method.getArgumentTypes().length; i++) {
      code.loadArg(i);
      Conversion.write(
          code,
          method.getArgumentTypes()[i],
          lambda.actual().getArgumentTypes()[i],
          wanted.get(captured + i));
    }
    code.visitMethodInsn(
        switch (body.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
          case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
          case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
          default -> throw new IllegalArgumentException("not called from elsewhere: " + body);
        },
        body.getOwner(),
        body.getName(),
        body.getDesc(),
        body.isInterface());
    if (method.getReturnType().equals(Type.VOID_TYPE)) {
      Conversion.drop(code, result);
    } else {
      Conversion.write(code, result, lambda.actual().getReturnType(), method.getReturnType());
    }
    code.returnValue();
  }
}
