package io.github.cognitofirstlogin.auth;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.cognitofirstlogin.auth.text.Json;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The rules about which package of the function may use which. */
class WallsTest {
  private static final String AUTH = "io.github.cognitofirstlogin.auth";
  private static final String JSPECIFY = "org.jspecify.annotations";

  private static final JavaClasses FUNCTION =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(AUTH);

  @Test
  void contractImportsNothingButJava() {
    classes()
        .that()
        .resideInAPackage(AUTH + ".contract")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", JSPECIFY, AUTH + ".contract")
        .check(FUNCTION);
  }

  @Test
  void httpAndCognitoDoNotSeeEachOther() {
    noClasses()
        .that()
        .resideInAPackage(AUTH + ".http")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(AUTH + ".cognito", AUTH + ".endpoint", "com.amazonaws..")
        .check(FUNCTION);
    noClasses()
        .that()
        .resideInAPackage(AUTH + ".cognito")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(AUTH + ".http", AUTH + ".endpoint", "com.amazonaws..")
        .check(FUNCTION);
  }

  @Test
  void textSeesNeitherHttpNorCognito() {
    noClasses()
        .that()
        .resideInAPackage(AUTH + ".text")
        .should()
        .dependOnClassesThat(
            resideInAPackage(AUTH + "..")
                .and(not(resideInAnyPackage(AUTH + ".text", AUTH + ".contract"))))
        .check(FUNCTION);
  }

  @Test
  void onlyCognitoKnowsTheSdkAndOnlyJsonItsJsonLibrary() {
    noClasses()
        .that(not(resideInAPackage(AUTH + ".cognito").or(belongToAnyOf(Json.class))))
        .should()
        .dependOnClassesThat(
            // The entry point creates the client, and only the user pool calls it.
            resideInAPackage("software.amazon..")
                .and(not(type(CognitoIdentityProviderClient.class))))
        .check(FUNCTION);
  }

  @Test
  void onlyTheEntryPointsKnowLambda() {
    noClasses()
        .that()
        .resideOutsideOfPackage(AUTH)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws..")
        .check(FUNCTION);
  }

  @Test
  void onlySessionKnowsTheJwtLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage(AUTH + ".session")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.nimbusds..")
        .check(FUNCTION);
  }

  @Test
  void onlyTheEntryPointsReadTheEnvironment() {
    noClasses()
        .that()
        .doNotHaveSimpleName("AuthHandler")
        .and()
        .doNotHaveSimpleName("SessionAuthorizer")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .check(FUNCTION);
  }
}
