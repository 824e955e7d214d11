package tako.server;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the arrows of the domain. */
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
}
