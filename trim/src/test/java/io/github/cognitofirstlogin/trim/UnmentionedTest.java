package io.github.cognitofirstlogin.trim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class UnmentionedTest {
  private static final String OURS = "io/github/cognitofirstlogin/auth/Handler";

  private final Jar jar = new Jar(new LinkedHashMap<>(), LocalDateTime.MIN);

  @Test
  void classStaysWhoseNameStandsAnywhereInOneThatStays() throws IOException {
    add(OURS, "(ILlib/InADescriptor;)V", "lib.InAString", "and lib/InAnotherString.txt");
    add("lib/InADescriptor", "lib/OfAnother$Nested");
    add("lib/InAString");
    add("lib/InAnotherString");
    add("lib/OfAnother$Nested");
    add("lib/Provider");
    add("lib/OfNobody", "lib/OfNobodysFriend");
    add("lib/OfNobodysFriend", "lib/OfNobody");
    jar.files()
        .put("META-INF/services/lib.Service", "lib.Provider".getBytes(StandardCharsets.UTF_8));

    Unmentioned.removeFrom(jar);

    assertThat(jar.classes())
        .containsExactlyInAnyOrder(
            OURS, "lib/InADescriptor", "lib/InAString", "lib/OfAnother$Nested", "lib/Provider");
  }

  private void add(String name, String... strings) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, 0, name, null, "java/lang/Object", null);
    for (String string : strings) {
      writer.newUTF8(string);
    }
    writer.visitEnd();
    jar.put(name, writer.toByteArray());
  }
}
