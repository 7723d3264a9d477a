package io.github.cognitofirstlogin.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The local run knows the function through its jar and the template alone. */
class WallsTest {
  private static final String LOCAL = "io.github.cognitofirstlogin.local";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(LOCAL);

  @Test
  void localSeesNeitherTheFunctionNorTheStack() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.cognitofirstlogin.auth..",
            "io.github.cognitofirstlogin.infra..",
            "software.amazon.awssdk..")
        .check(CLASSES);
  }

  @Test
  void gatewayAndUserPoolDoNotSeeEachOther() {
    noClasses()
        .that()
        .resideInAPackage(LOCAL + ".gateway")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LOCAL + ".userpool")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(LOCAL + ".userpool")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(LOCAL + ".gateway", LOCAL + ".lambda", LOCAL + ".template")
        .check(CLASSES);
  }

  @Test
  void onlyHttpKnowsTheServersLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LOCAL + ".http")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(CLASSES);
  }
}
