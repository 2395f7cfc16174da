package org.oktasync;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchUnitRunner;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import javax.inject.Inject;
import org.junit.runner.RunWith;

/** Which room may look into which. */
@RunWith(ArchUnitRunner.class)
@AnalyzeClasses(packages = "org.oktasync", importOptions = ImportOption.DoNotIncludeTests.class)
public class ArchitectureTest {
  /** Each package of runs, the uppermost one too, which a pattern would leave out. */
  private static final class RoomsOfRuns implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass one) {
      return one.getPackageName().startsWith("org.oktasync.run")
          ? SliceIdentifier.of(one.getPackageName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "the packages of runs";
    }
  }

  @ArchTest
  public static final ArchRule coreStandsOnTheJdkAlone =
      classes()
          .that()
          .resideInAnyPackage(
              "org.oktasync.model..",
              "org.oktasync.control..",
              "org.oktasync.mapping..",
              "org.oktasync.rows",
              "org.oktasync.plan..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.oktasync.model..",
              "org.oktasync.control..",
              "org.oktasync.mapping..",
              "org.oktasync.rows",
              "org.oktasync.plan..");

  @ArchTest
  public static final ArchRule modelKnowsNobody =
      classes()
          .that()
          .resideInAnyPackage("org.oktasync.model..", "org.oktasync.control..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.oktasync.model..", "org.oktasync.control..");

  @ArchTest
  public static final ArchRule portsKnowNoSystem =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.oktasync.source",
              "org.oktasync.target",
              "org.oktasync.record",
              "org.oktasync.config",
              "org.oktasync.apply",
              "org.oktasync.run..",
              "org.oktasync.schedule",
              "org.oktasync.support",
              "org.oktasync.spool")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.atlassian..",
              "com.okta..",
              "net.java.ao..",
              "javax.servlet..",
              "javax.ws..",
              "org.springframework..",
              "org.oktasync.okta",
              "org.oktasync.jira",
              "org.oktasync.assets",
              "org.oktasync.ao",
              "org.oktasync.web..",
              "org.oktasync.wiring");

  @ArchTest
  public static final ArchRule onlyOneAdapterKnowsOkta =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.oktasync.okta")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.okta..", "org.apache.hc..");

  @ArchTest
  public static final ArchRule onlyOneAdapterCallsByHttpItself =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.oktasync.assets")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..");

  @ArchTest
  public static final ArchRule onlyOneAdapterKnowsTheDatabase =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.oktasync.ao..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("net.java.ao..");

  @ArchTest
  public static final ArchRule noAdapterSeesAnother =
      slices()
          .matching("org.oktasync.(okta|jira|assets|ao|web|trigger)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  public static final ArchRule earlierModelsAreFrozen =
      classes()
          .that()
          .resideInAPackage("org.oktasync.ao.model2")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.atlassian..", "net.java.ao..", "org.oktasync.ao.model2");

  @ArchTest
  public static final ArchRule applyNeverAsksTheSource =
      noClasses()
          .that()
          .resideInAPackage("org.oktasync.apply")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.oktasync.source");

  @ArchTest
  public static final ArchRule noCircles =
      slices().matching("org.oktasync.(*)..").should().beFreeOfCycles();

  @ArchTest
  public static final ArchRule noCirclesAmongTheRoomsOfRuns =
      slices().assignedFrom(new RoomsOfRuns()).should().beFreeOfCycles();

  @ArchTest
  public static final ArchRule theLogHasOneDoor =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.oktasync.wiring.JiraLog")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.slf4j..", "java.util.logging..", "org.apache.log4j..", "org.apache.logging..")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  public static final ArchRule nothingIsInjectedIntoFields =
      fields().should().notBeAnnotatedWith(Inject.class);

  @ArchTest
  public static final ArchRule timeAndChanceComeFromOutside =
      noClasses()
          .that(not(resideInAnyPackage("org.oktasync.wiring")))
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callConstructor(Random.class);

  @ArchTest
  public static final ArchRule publicServletsAndResourcesStayInWeb =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.oktasync.web..", "org.oktasync.wiring")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.servlet..", "javax.ws..", "org.springframework..");
}
