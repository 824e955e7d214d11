package tako.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Arrows between modules point one way: app → steps → server → platform, server → octostache, structured → octostache. */
class ModuleArrowsTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tako");

    @Test
    void thePlatformKnowsNoDeployments() {
        noClasses()
                .that()
                .resideInAPackage("tako.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tako.server..", "tako.steps..", "tako.app..", "tako.octostache..", "tako.structured..")
                .check(ALL);
    }

    @Test
    void theDomainKnowsNeitherStepsNorTheProgram() {
        noClasses()
                .that()
                .resideInAPackage("tako.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tako.steps..", "tako.app..")
                .check(ALL);
    }

    @Test
    void stepsKnowNotTheProgram() {
        noClasses()
                .that()
                .resideInAPackage("tako.steps..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tako.app..")
                .check(ALL);
    }

    @Test
    void familiesOfStepsKnowNothingOfEachOther() {
        slices().matching("tako.steps.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("tako.steps.scripting.."))
                .check(ALL);
    }

    @Test
    void whatFamiliesOfStepsShareKnowsNoFamily() {
        noClasses()
                .that()
                .resideInAPackage("tako.steps.scripting..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("tako.steps..").and(resideOutsideOfPackage("tako.steps.scripting..")))
                .check(ALL);
    }

    @Test
    void theVariableLanguageStandsAlone() {
        noClasses()
                .that()
                .resideInAPackage("tako.octostache..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tako.structured..", "tako.platform..", "tako.server..", "tako.steps..", "tako.app..")
                .check(ALL);
    }

    @Test
    void configurationFilesKnowOnlyTheVariableLanguage() {
        noClasses()
                .that()
                .resideInAPackage("tako.structured..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tako.platform..", "tako.server..", "tako.steps..", "tako.app..")
                .check(ALL);
    }

    @Test
    void formatsOfConfigurationFilesKnowNothingOfEachOther() {
        slices().matching("tako.structured.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage("tako.structured.file.."), alwaysTrue())
                .ignoreDependency(alwaysTrue(), resideInAPackage("tako.structured.file.."))
                .check(ALL);
    }

    @Test
    void partsOfTheProgramDoNotDependInACircle() {
        slices().matching("tako.app.(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .because("waiting has a condition and a bound")
                .check(ALL);
    }

    @Test
    void theWallClockIsInjected() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from an InstantSource, so that tests move it")
                .check(ALL);
    }

    @Test
    void onlyTheDatabaseSpeaksJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackage("tako.platform.database..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.Connection")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .because("Database.read and Database.write are the only ways in")
                .check(ALL);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("text for people goes to the command line's own writer, to logs or to answers")
                .check(ALL);
    }
}
