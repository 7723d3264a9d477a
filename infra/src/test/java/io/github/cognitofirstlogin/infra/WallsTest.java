package io.github.cognitofirstlogin.infra;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.cognitofirstlogin.auth.AuthHandler;
import io.github.cognitofirstlogin.auth.SessionAuthorizer;
import org.junit.jupiter.api.Test;

/** What the stack may know of the function, and who reads the context. */
class WallsTest {
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
}
