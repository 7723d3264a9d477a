package io.github.cognitofirstlogin.trim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * The operations of the SDK's clients that nobody calls: to verify the one that is used, the JVM
 * loads the request of each.
 */
final class UncalledOperations {
  private static final String SERVICE = "software/amazon/awssdk/services/cognitoidentityprovider/";
  private static final List<String> CLIENTS =
      List.of(
          SERVICE + "CognitoIdentityProviderClient",
          SERVICE + "DefaultCognitoIdentityProviderClient",
          SERVICE + "CognitoIdentityProviderAsyncClient",
          SERVICE + "DefaultCognitoIdentityProviderAsyncClient");

  private UncalledOperations() {}

  static void removeFrom(Jar jar) {
    Set<String> called = new HashSet<>();
    for (String name : jar.classes()) {
      if (!name.startsWith(SERVICE)) {
        addCalls(jar.bytes(name), called);
      }
    }
    for (String name : CLIENTS) {
      ClassReader reader = new ClassReader(jar.bytes(name));
      ClassNode client = new ClassNode();
      reader.accept(client, 0);
      client.methods.removeIf(method -> isOperation(method) && !called.contains(method.name));
      // Only reflection reads which of the mentioned classes are nested: it would find all
      // requests.
      client.innerClasses.clear();
      ClassWriter writer = new ClassWriter(0);
      client.accept(writer);
      jar.put(name, writer.toByteArray());
    }
  }

  /** It takes a request, or what writes one. */
  private static boolean isOperation(MethodNode method) {
    Type[] parameters = Type.getArgumentTypes(method.desc);
    if (parameters.length != 1 || (method.access & Opcodes.ACC_STATIC) != 0) {
      return false;
    }
    String parameter = parameters[0].getInternalName();
    return parameter.startsWith(SERVICE + "model/")
        || parameter.equals("java/util/function/Consumer");
  }

  private static void addCalls(byte[] bytes, Set<String> called) {
    ClassNode caller = new ClassNode();
    new ClassReader(bytes).accept(caller, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    for (MethodNode method : caller.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof MethodInsnNode call && CLIENTS.contains(call.owner)) {
          called.add(call.name);
        } else if (instruction instanceof InvokeDynamicInsnNode lambda) {
          for (Object argument : lambda.bsmArgs) {
            if (argument instanceof Handle handle && CLIENTS.contains(handle.getOwner())) {
              called.add(handle.getName());
            }
          }
        }
      }
    }
  }
}
