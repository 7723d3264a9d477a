package io.github.cognitofirstlogin.infra;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import org.junit.jupiter.api.Test;

/**
 * The rules about what the stack may know of the function, and about the only package that reads
 * the context.
 */
class WallsTest {
  private static final String CONFIG = "io.github.cognitofirstlogin.infra.config..";

  private static final JavaClasses INFRA =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.cognitofirstlogin.infra");

  @Test
  void stackKnowsTheContractAndTheNamesOfTheHandlers() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.github.cognitofirstlogin.auth..")
                .and(
                    not(
                        resideInAPackage("io.github.cognitofirstlogin.auth.contract")
                            .or(belongToAnyOf(AuthHandler.class, SessionAuthorizer.class)))))
        .check(INFRA);
  }

  @Test
  void stackKnowsNothingThatTheFunctionNeedsAtRunTime() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", "com.nimbusds..")
        .check(INFRA);
  }

  @Test
  void onlyConfigParsesText() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CONFIG)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.util.regex..", "com.google.common.net..", "java.net.."))
        .orShould()
        .callMethodWhere(
            describe(
                "text is parsed",
                call ->
                    call.getName().matches("parse[A-Z]\\w*|matches|readTree|readValue")
                        && call.getTargetOwner().getName().matches("(java.lang|com.fasterxml).*")))
        .check(INFRA);
  }

  @Test
  void configKnowsNoConstruct() {
    noClasses()
        .that()
        .resideInAPackage(CONFIG)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.github.cognitofirstlogin.infra")
                .or(resideInAnyPackage("software.constructs..", "software.amazon.jsii.."))
                .or(
                    resideInAPackage("software.amazon.awscdk..")
                        .and(not(assignableTo(Enum.class)))))
        .check(INFRA);
  }
}
