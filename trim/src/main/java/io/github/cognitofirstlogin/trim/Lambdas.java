package io.github.cognitofirstlogin.trim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Lambdas and method references as objects of ordinary classes, one class for each interface that
 * they implement in a package. The JVM would spin a class for each of them, one by one, at its
 * first use.
 */
final class Lambdas {
  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  private final Jar jar;
  private final Map<String, LambdaClass> classes = new TreeMap<>();

  private Lambdas(Jar jar) {
    this.jar = jar;
  }

  static void replaceIn(Jar jar) {
    Lambdas lambdas = new Lambdas(jar);
    for (String name : jar.classes()) {
      lambdas.replaceInClass(name);
    }
    lambdas.classes.values().forEach(made -> jar.put(made.name(), made.bytes()));
  }

  private void replaceInClass(String name) {
    ClassNode host = new ClassNode();
    new ClassReader(jar.bytes(name)).accept(host, 0);
    boolean changed = false;
    for (MethodNode method : List.copyOf(host.methods)) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof InvokeDynamicInsnNode dynamic && isPlainLambda(dynamic)) {
          method.instructions.set(instruction, creation(host, dynamic));
          changed = true;
        }
      }
    }
    if (changed) {
      ClassWriter writer = new ClassWriter(0);
      host.accept(writer);
      jar.put(name, writer.toByteArray());
    }
  }

  /** Not one that is serializable or has bridges, which another method makes. */
  private static boolean isPlainLambda(InvokeDynamicInsnNode dynamic) {
    return dynamic.bsm.getOwner().equals(FACTORY) && dynamic.bsm.getName().equals("metafactory");
  }

  private MethodInsnNode creation(ClassNode host, InvokeDynamicInsnNode dynamic) {
    String type = Type.getReturnType(dynamic.desc).getInternalName();
    Type erased = (Type) dynamic.bsmArgs[0];
    Handle body = callable(host, (Handle) dynamic.bsmArgs[1]);
    Type actual = (Type) dynamic.bsmArgs[2];
    String name =
        host.name.substring(0, host.name.lastIndexOf('/') + 1)
            + "Lambda$"
            + type.replaceAll("[/$]", "_");
    LambdaClass made =
        classes.computeIfAbsent(
            name, key -> new LambdaClass(name, type, dynamic.name, erased.getDescriptor()));
    String factory =
        made.add(
            new LambdaClass.Lambda(List.of(Type.getArgumentTypes(dynamic.desc)), body, actual));
    return new MethodInsnNode(Opcodes.INVOKESTATIC, name, factory, dynamic.desc, false);
  }

  /** What another class of the package can call in place of the body, which is often private. */
  private static Handle callable(ClassNode host, Handle body) {
    if (!body.getOwner().equals(host.name)) {
      return body;
    }
    MethodNode method =
        host.methods.stream()
            .filter(each -> each.name.equals(body.getName()) && each.desc.equals(body.getDesc()))
            .findFirst()
            .orElse(null);
    if (method == null || (method.access & Opcodes.ACC_PRIVATE) == 0) {
      return body;
    }
    boolean isInterface = (host.access & Opcodes.ACC_INTERFACE) != 0;
    if (body.getTag() == Opcodes.H_INVOKESTATIC) {
      // A static method overrides nothing, so it may be seen; an interface knows no package's own.
      method.access &= ~Opcodes.ACC_PRIVATE;
      method.access |= isInterface ? Opcodes.ACC_PUBLIC : 0;
      return body;
    }
    return accessor(host, body, isInterface);
  }

  /** An instance method that is private stays so: made visible, it could override another. */
  private static Handle accessor(ClassNode host, Handle body, boolean isInterface) {
    boolean creates = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    List<Type> parameters = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
    if (!creates) {
      parameters.add(0, Type.getObjectType(host.name));
    }
    Type result = creates ? Type.getObjectType(host.name) : Type.getReturnType(body.getDesc());
    String descriptor = Type.getMethodDescriptor(result, parameters.toArray(Type[]::new));
    MethodNode method =
        new MethodNode(
            Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | (isInterface ? Opcodes.ACC_PUBLIC : 0),
            "lambda$access$" + host.methods.size(),
            descriptor,
            null,
            null);
    if (creates) {
      method.visitTypeInsn(Opcodes.NEW, host.name);
      method.visitInsn(Opcodes.DUP);
    }
    int size = 0;
    for (Type parameter : parameters) {
      method.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), size);
      size += parameter.getSize();
    }
    method.visitMethodInsn(
        Opcodes.INVOKESPECIAL, host.name, body.getName(), body.getDesc(), isInterface);
    method.visitInsn(result.getOpcode(Opcodes.IRETURN));
    method.visitMaxs(Math.max(size + (creates ? 2 : 0), result.getSize()), size);
    host.methods.add(method);
    return new Handle(Opcodes.H_INVOKESTATIC, host.name, method.name, method.desc, isInterface);
  }
}
