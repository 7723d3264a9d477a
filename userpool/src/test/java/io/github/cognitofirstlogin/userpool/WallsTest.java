package io.github.cognitofirstlogin.userpool;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The user pool does not depend on other modules, so that any project's tests can use it. */
class WallsTest {
  private static final String OURS = "io.github.cognitofirstlogin";
  private static final String POOL = OURS + ".userpool";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(POOL);

  @Test
  void userPoolSeesNoOtherPartOfThisProject() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAPackage(OURS + "..").and(not(resideInAPackage(POOL + ".."))))
        .check(CLASSES);
  }

  @Test
  void userPoolSeesNeitherTheAwsSdkNorTheCdk() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "software.constructs..")
        .check(CLASSES);
  }

  @Test
  void packagesSeeEachOtherInOneDirection() {
    slices().matching(POOL + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyHttpSeesTheLibraryOfTheServer() {
    noClasses()
        .that()
        .resideOutsideOfPackage(POOL + ".http")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .check(CLASSES);
  }
}
