package io.github.cognitofirstlogin.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The local run knows the function only through its jar and the template. */
class WallsTest {
  private static final String LOCAL = "io.github.cognitofirstlogin.local";
  private static final String POOL = "io.github.cognitofirstlogin.userpool";

  /** The gateway and the user pool share only the HTTP server and the reader of templates. */
  private static final DescribedPredicate<JavaClass> USER_POOL =
      resideInAPackage(POOL + "..")
          .and(not(resideInAnyPackage(POOL + ".http", POOL + ".template")));

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
  void gatewayDoesNotSeeTheUserPool() {
    noClasses()
        .that()
        .resideInAPackage(LOCAL + ".gateway")
        .should()
        .dependOnClassesThat(USER_POOL)
        .check(CLASSES);
  }

  @Test
  void localDoesNotSeeTheLibraryOfTheHttpServer() {
    noClasses().should().dependOnClassesThat().resideInAPackage("io.netty..").check(CLASSES);
  }
}
