package tako.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Holds the arrows of the domain and refuses calls that have a better way. */
class ArrowsTest {
    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tako.server");

    @Test
    void featuresPointDownwardsOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("delivery")
                .definedBy("tako.server.delivery..")
                .layer("projects")
                .definedBy("tako.server.projects..")
                .layer("library")
                .definedBy("tako.server.library..")
                .layer("infrastructure")
                .definedBy("tako.server.infrastructure..")
                .layer("people")
                .definedBy("tako.server.people..")
                .layer("settings")
                .definedBy("tako.server.settings..")
                .layer("resource")
                .definedBy("tako.server.resource..")
                .whereLayer("delivery")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("projects")
                .mayOnlyBeAccessedByLayers("delivery")
                .whereLayer("library")
                .mayOnlyBeAccessedByLayers("delivery", "projects")
                .whereLayer("infrastructure")
                .mayOnlyBeAccessedByLayers("delivery", "projects", "library")
                .whereLayer("people")
                .mayOnlyBeAccessedByLayers("delivery", "projects", "library", "infrastructure")
                .whereLayer("settings")
                .mayOnlyBeAccessedByLayers("delivery", "projects", "library", "infrastructure", "people")
                .check(DOMAIN);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("tako.server.(**)").should().beFreeOfCycles().check(DOMAIN);
    }

    @Test
    void theClockIsInjected() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time is injected as an InstantSource, so that tests move it")
                .check(DOMAIN);
    }

    @Test
    void nobodySleepsOrPrints() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("waiting has a condition and a bound, and text for people goes to logs or answers")
                .check(DOMAIN);
    }

    @Test
    void rawJdbcStaysInThePlatform() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.Connection")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .because("Database.read and Database.write are the only ways in")
                .check(DOMAIN);
    }
}
