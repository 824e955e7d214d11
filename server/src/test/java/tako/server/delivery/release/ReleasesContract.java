package tako.server.delivery.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static tako.server.TestEngine.ADA;
import static tako.server.delivery.DeliveryFixture.SPACE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tako.platform.database.Database;
import tako.platform.http.Problem;
import tako.server.delivery.DeliveryFixture;
import tako.server.library.packages.PackageVersions.Wanted;
import tako.server.library.packages.VersionRule;
import tako.server.library.variableset.LibraryVariableSetUsage.OfProject;
import tako.server.library.variableset.LibraryVariableSetUsage.OfRelease;
import tako.server.library.variableset.LibraryVariableSetUsages;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;
import tako.server.resource.Usages;
import tools.jackson.databind.node.ObjectNode;

/** How releases are made and kept, on every database. */
abstract class ReleasesContract {
    private static final String WITH_PACKAGE = """
            {"Name": "Install", "Actions": [{"Name": "Install", "ActionType": "Octopus.Script",
             "Packages": [{"Name": "", "PackageId": "web", "FeedId": "feeds-builtin"}]}]}""";

    private DeliveryFixture here;

    abstract Database open();

    @BeforeEach
    void prepare() {
        here = new DeliveryFixture(open());
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void withoutAVersionAReleaseTakesTheNextOneOfTheProject() {
        assertThat(create(Optional.empty()).value().version()).isEqualTo("0.0.1");
        assertThat(create(Optional.empty()).value().version()).isEqualTo("0.0.2");
        create(Optional.of("2.4.0"));
        assertThat(create(Optional.of("2.i.0")).value().version()).isEqualTo("2.5.0");
        assertThat(create(Optional.empty()).value().version()).isEqualTo("2.5.1");
    }

    @Test
    void theProjectsTemplateMayUseItsVariables() {
        here.variables(
                0,
                "{\"Name\": \"Line\", \"Value\": \"7\"}",
                "{\"Name\": \"Line\", \"Value\": \"9\", \"Scope\": {\"Environment\": [\"Environments-1\"]}}");
        here.project("VersioningStrategy", "{\"Template\": \"#{Line}.0.i\"}");

        assertThat(create(Optional.empty()).value().version()).isEqualTo("7.0.0");
        assertThat(create(Optional.empty()).value().version()).isEqualTo("7.0.1");
    }

    @Test
    void aVersionIsUsedOnceInAProjectWhateverItsCase() {
        create(Optional.of("1.0.0-Beta"));

        assertRefused(
                () -> create(Optional.of("1.0.0-beta")),
                "Release version '1.0.0-Beta' already exists. Please specify a different version, or leave blank");
        assertThat(here.releases.list(ADA, SPACE, ListQuery.ALL).total()).isEqualTo(1);
    }

    @Test
    void whoeverWishesItGetsTheReleaseThatExists() {
        Stored<Release> first = create(Optional.of("1.0.0"));
        var command = here.mapper.readValue(
                "{\"projectName\": \"random quotes\", \"releaseVersion\": \"1.0.0\", \"ignoreIfAlreadyExists\": true}",
                CreateReleaseCommand.class);

        assertThat(here.releases.create(ADA, SPACE, NewRelease.of(command)).id())
                .isEqualTo(first.id());
    }

    @Test
    void laterEditsDoNotTouchARelease() {
        here.variables(0, "{\"Name\": \"Port\", \"Value\": \"30000\"}");
        Stored<Release> release = create(Optional.of("1.0.0"));
        here.variables(1, "{\"Name\": \"Port\", \"Value\": \"1\"}");
        here.process(
                1, "{\"Name\": \"Other\", \"Actions\": [{\"Name\": \"Other\", \"ActionType\": \"Octopus.Script\"}]}");

        assertThat(frozenVariables(release)).contains("30000");
        assertThat(here.processes
                        .get(ADA, SPACE, release.value().projectDeploymentProcessSnapshotId())
                        .toString())
                .contains("Say it")
                .doesNotContain("Other");
        var template = here.previews.template(ADA, SPACE, release.id());
        assertThat(template.isDeploymentProcessModified()).isTrue();
        assertThat(template.isVariableSetModified()).isTrue();

        Stored<Release> refreshed = here.releases.snapshotVariables(ADA, SPACE, release.id());
        assertThat(frozenVariables(refreshed)).contains("\"1\"").doesNotContain("30000");
        assertThat(here.previews.template(ADA, SPACE, release.id()).isVariableSetModified())
                .isFalse();
    }

    @Test
    void aReleaseFreezesTheLibrarySetsOfItsProjectInTheirOrder() {
        librarySet("Colours", "red");
        librarySet("Sizes", "small");
        here.project("IncludedLibraryVariableSetIds", "[\"LibraryVariableSets-2\", \"LibraryVariableSets-1\"]");
        Stored<Release> release = create(Optional.of("1.0.0"));
        assertThat(release.value().libraryVariableSetSnapshotIds())
                .extracting(id -> id.replaceAll("-s-.*", ""))
                .containsExactly("variableset-LibraryVariableSets-2", "variableset-LibraryVariableSets-1");

        here.variables.update(
                ADA,
                SPACE,
                "variableset-LibraryVariableSets-1",
                here.json("{\"Version\": 1, \"Variables\": [{\"Name\": \"Colours\", \"Value\": \"blue\"}]}"));
        here.project("IncludedLibraryVariableSetIds", "[\"LibraryVariableSets-1\"]");

        assertThat(frozenVariables(release)).contains("red", "small").doesNotContain("blue");
        assertThat(here.previews.template(ADA, SPACE, release.id()).isLibraryVariableSetModified())
                .isTrue();
        Stored<Release> refreshed = here.releases.snapshotVariables(ADA, SPACE, release.id());
        assertThat(frozenVariables(refreshed)).contains("blue").doesNotContain("red", "small");
        assertThat(here.categories().getLast()).isEqualTo("Modified");
    }

    @Test
    void aLibrarySetIsUsedByProjectsAndByTheReleasesThatHoldIt() {
        librarySet("Colours", "red");
        here.project("IncludedLibraryVariableSetIds", "[\"LibraryVariableSets-1\"]");
        Stored<Release> release = create(Optional.of("1.0.0"));
        assertThat(usages())
                .containsExactly(new OfProject(
                        "random-quotes", "Random Quotes", "Projects-1", holding(release), List.of(), true));
        assertRefused(
                () -> here.librarySets.delete(ADA, SPACE, "LibraryVariableSets-1"),
                "LibraryVariableSet 'Colours' is in use by Project 'Random Quotes'");

        here.project("IncludedLibraryVariableSetIds", "[]");

        assertThat(usages())
                .containsExactly(new OfProject(
                        "random-quotes", "Random Quotes", "Projects-1", holding(release), List.of(), false));
        here.librarySets.delete(ADA, SPACE, "LibraryVariableSets-1");
        assertThat(frozenVariables(release)).contains("red");
        here.releases.snapshotVariables(ADA, SPACE, release.id());
        assertThat(here.releases.get(ADA, SPACE, release.id()).value().libraryVariableSetSnapshotIds())
                .isEmpty();
    }

    @Test
    void everyPackageNeedsAVersion() {
        here.process(1, WITH_PACKAGE);

        assertRefused(() -> create(Optional.of("1.0.0")), "No version is selected for the package 'web' of 'Install'");
        assertRefused(
                () -> written(List.of("Install:1.2.0", "Nothing:1.0.0"), Optional.empty()),
                "The package choice 'Nothing:1.0.0' names no step or package");
        Stored<Release> release = written(List.of("web:1.2.0"), Optional.empty());

        assertThat(release.value().selectedPackages())
                .extracting(SelectedPackage::action, SelectedPackage::chosenVersion)
                .containsExactly(tuple("Install", "1.2.0"));
        assertThat(written(List.of(), Optional.of("3.0.0"))
                        .value()
                        .selectedPackages()
                        .getFirst()
                        .chosenVersion())
                .isEqualTo("3.0.0");
    }

    @Test
    void aPackageThatNobodyChoseGetsTheNewestVersionThatItsChannelTakes() {
        here.process(1, WITH_PACKAGE);
        here.newest.put(new Wanted("feeds-builtin", "web", List.of()), "2.1.0");

        assertThat(written(List.of(), Optional.empty()).value().selectedPackages())
                .extracting(SelectedPackage::action, SelectedPackage::chosenVersion)
                .containsExactly(tuple("Install", "2.1.0"));
        assertThat(written(List.of("web:1.2.0"), Optional.empty())
                        .value()
                        .selectedPackages()
                        .getFirst()
                        .chosenVersion())
                .isEqualTo("1.2.0");
        assertThat(create(Optional.empty())
                        .value()
                        .selectedPackages()
                        .getFirst()
                        .chosenVersion())
                .isEqualTo("2.1.0");

        ObjectNode channel = here.channels.get(ADA, SPACE, "Channels-1").json().deepCopy();
        channel.set("Rules", here.mapper.readTree("""
                [{"VersionRange": "[1.0,2.0)", "Tag": "^$", "ActionPackages": [{"DeploymentAction": "install"}]}]"""));
        here.channels.update(ADA, SPACE, "Channels-1", channel);

        assertRefused(() -> written(List.of(), Optional.empty()), "No version is selected for the package 'web'");
        here.newest.put(new Wanted("feeds-builtin", "web", List.of(new VersionRule("[1.0,2.0)", "^$"))), "1.9.0");
        assertThat(written(List.of(), Optional.empty())
                        .value()
                        .selectedPackages()
                        .getFirst()
                        .chosenVersion())
                .isEqualTo("1.9.0");
    }

    @Test
    void aChannelTakesOnlyWhatItsRulesAllowUnlessTheReleaseIgnoresThem() {
        here.process(1, WITH_PACKAGE);
        ObjectNode channel = here.channels.get(ADA, SPACE, "Channels-1").json().deepCopy();
        channel.set("Rules", here.mapper.readTree("""
                [{"VersionRange": "[1.0,2.0)", "ActionPackages": [{"DeploymentAction": "install", "PackageReference": ""}]},
                 {"Tag": "^$", "ActionPackages": [{"DeploymentAction": "Install"}]},
                 {"VersionRange": "[9.0]", "ActionPackages": [{"DeploymentAction": "Other"}]}]"""));
        here.channels.update(ADA, SPACE, "Channels-1", channel);

        assertRefused(
                () -> written(List.of("web:2.1.0"), Optional.empty()),
                "The version '2.1.0' of the package 'web' of 'Install' does not lie in the range [1.0,2.0), which a rule of"
                        + " the channel 'Default' asks for");
        assertRefused(
                () -> written(List.of("web:1.5.0-rc"), Optional.empty()), "has no pre-release tag that matches ^$");
        assertRefused(() -> written(List.of("web:latest"), Optional.empty()), "'latest'");
        Stored<Release> release = written(List.of("web:1.5.0"), Optional.empty());
        assertRefused(() -> here.releases.update(ADA, SPACE, release.id(), sent("""
                        {"SelectedPackages": [{"ActionName": "Install", "Version": "2.1.0"}]}""")), "does not lie in the range");
        assertThat(here.releases
                        .create(ADA, SPACE, NewRelease.of(sent("""
                                        {"ProjectId": "Projects-1",
                                         "SelectedPackages": [{"ActionName": "Install", "Version": "2.1.0"}]}"""), true))
                        .value()
                        .ignoreChannelRules())
                .isTrue();
    }

    @Test
    void theTemplateNamesTheNextVersionAndThePackages() {
        here.process(1, WITH_PACKAGE);
        written(List.of("web:1.2.0"), Optional.empty());

        var template = here.templates.of(ADA, SPACE, "random-quotes", Optional.empty(), Optional.empty());

        assertThat(template.nextVersionIncrement()).isEqualTo("0.0.2");
        assertThat(template.lastReleaseVersion()).isEqualTo("0.0.1");
        assertThat(template.packages()).singleElement().satisfies(one -> {
            assertThat(one.packageId()).isEqualTo("web");
            assertThat(one.versionSelectedLastRelease()).isEqualTo("1.2.0");
            assertThat(one.isResolvable()).isTrue();
        });
        assertThat(here.templates
                        .ofProcess(ADA, SPACE, "deploymentprocess-Projects-1", Optional.of("Default"))
                        .nextVersionIncrement())
                .isEqualTo("0.0.2");
    }

    @Test
    void notesAreEvaluatedOnceWithVariablesThatHaveNoScope() {
        here.variables(
                0,
                "{\"Name\": \"Ticket\", \"Value\": \"T-7\"}",
                "{\"Name\": \"Where\", \"Value\": \"Dev\", \"Scope\": {\"Environment\": [\"Environments-1\"]}}");
        here.project(
                "ReleaseNotesTemplate", "\"#{Octopus.Release.Number} of #{Octopus.Project.Name}: #{Ticket} #{Where}\"");

        assertThat(noted("").value().releaseNotes()).isEqualTo("0.0.1 of Random Quotes: T-7 #{Where}");
        assertThat(noted("Only #{Ticket}").value().releaseNotes()).isEqualTo("Only T-7");
    }

    @Test
    void aTemplateThatGivesNoVersionSaysWhy() {
        here.project("VersioningStrategy", "{\"Template\": \"#{Nothing}\"}");

        assertThat(here.templates
                        .of(ADA, SPACE, "Projects-1", Optional.empty(), Optional.empty())
                        .nextVersionProblem())
                .contains("Nothing");
        assertRefused(() -> create(Optional.empty()), "Version: The project's version template '#{Nothing}'");
    }

    @Test
    void releasesAreListedNewestFirstAndFoundByTheirVersion() {
        create(Optional.of("1.0.0"));
        create(Optional.of("1.1.0-beta"));
        create(Optional.of("2.0.0"));

        assertThat(versions(ListQuery.ALL)).containsExactly("2.0.0", "1.1.0-beta", "1.0.0");
        assertThat(versions(new ListQuery(List.of(), Optional.of("BETA"), Optional.empty(), Map.of(), 0, 30)))
                .containsExactly("1.1.0-beta");
        assertThat(here.releases
                        .ofVersion(ADA, SPACE, "Random Quotes", "1.1.0-BETA")
                        .id())
                .isEqualTo("Releases-2");
        assertThat(here.releases
                        .ofVersion(ADA, SPACE, "projects-1", "releases-2")
                        .id())
                .isEqualTo("Releases-2");
        assertThatThrownBy(() -> here.releases.ofVersion(ADA, SPACE, "Projects-1", "9.9.9"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void versionNotesAndPackagesAreEditedAndTheChannelIsNot() {
        Stored<Release> release = create(Optional.of("1.0.0"));
        create(Optional.of("1.1.0"));

        Stored<Release> edited = here.releases.update(
                ADA, SPACE, release.id(), sent("{\"Version\": \"1.0.1\", \"ReleaseNotes\": \"Better\"}"));

        assertThat(edited.value().version()).isEqualTo("1.0.1");
        assertThat(edited.value().releaseNotes()).isEqualTo("Better");
        assertThat(edited.value().projectDeploymentProcessSnapshotId())
                .isEqualTo(release.value().projectDeploymentProcessSnapshotId());
        assertRefused(
                () -> here.releases.update(ADA, SPACE, release.id(), sent("{\"Version\": \"1.1.0\"}")),
                "already exists");
        assertRefused(
                () -> here.releases.update(ADA, SPACE, release.id(), sent("{\"ChannelId\": \"Channels-9\"}")),
                "stays in its channel");
    }

    @Test
    void aProjectThatIsDisabledOrUnknownAndAChannelOfAnotherAreRefused() {
        assertRefused(
                () -> here.releases.create(ADA, SPACE, NewRelease.of(sent("{\"ProjectId\": \"Projects-9\"}"), false)),
                "There is no project 'Projects-9'");
        assertRefused(
                () -> here.releases.create(
                        ADA,
                        SPACE,
                        NewRelease.of(sent("{\"ProjectId\": \"Projects-1\", \"ChannelId\": \"Channels-9\"}"), false)),
                "has no channel 'Channels-9'");
        here.project("IsDisabled", "true");
        assertRefused(() -> create(Optional.of("1.0.0")), "is disabled");
    }

    @Test
    void aReleaseIsBlockedOnceAtATime() {
        Stored<Release> release = create(Optional.of("1.0.0"));

        here.defects.report(ADA, SPACE, release.id(), "Loses data");
        assertRefused(() -> here.defects.report(ADA, SPACE, release.id(), "Again"), "is blocked already");
        assertThat(here.defects.resolve(ADA, SPACE, release.id()).status()).isEqualTo(Defect.Status.RESOLVED);
        assertRefused(() -> here.defects.resolve(ADA, SPACE, release.id()), "nothing blocks it");
        assertThat(here.defects.list(ADA, SPACE, release.id()))
                .extracting(Defect::description)
                .containsExactly("Loses data");
    }

    private Stored<Release> create(Optional<String> version) {
        return here.releases.create(ADA, SPACE, DeliveryFixture.wanted(version));
    }

    private Stored<Release> noted(String notes) {
        return here.releases.create(
                ADA,
                SPACE,
                NewRelease.of(sent("{\"ProjectId\": \"Projects-1\", \"ReleaseNotes\": \"" + notes + "\"}"), false));
    }

    private Stored<Release> written(List<String> choices, Optional<String> everything) {
        return here.releases.create(
                ADA,
                SPACE,
                new NewRelease(
                        "Projects-1",
                        Optional.empty(),
                        Optional.empty(),
                        null,
                        new NewRelease.Packages.Written(choices, everything),
                        new NewRelease.Options(false, false),
                        Map.of(),
                        Map.of()));
    }

    /** A library set with one variable of its name. */
    private void librarySet(String name, String value) {
        String id = here.librarySets
                .create(ADA, SPACE, here.json("{\"Name\": \"" + name + "\"}"))
                .id();
        here.variables.update(
                ADA,
                SPACE,
                "variableset-" + id,
                here.json("{\"Version\": 0, \"Variables\": [{\"Name\": \"" + name + "\", \"Value\": \"" + value
                        + "\"}]}"));
    }

    private List<OfProject> usages() {
        return new LibraryVariableSetUsages(here.librarySets, new Usages(here.engine))
                .of(ADA, SPACE, "LibraryVariableSets-1")
                .projects();
    }

    private static List<OfRelease> holding(Stored<Release> release) {
        return List.of(new OfRelease(release.id(), release.value().version()));
    }

    private String frozenVariables(Stored<Release> release) {
        return here.releases
                .variables(ADA, SPACE, "Projects-1", release.value().version())
                .toString();
    }

    private List<String> versions(ListQuery query) {
        return here.releases.ofProject(ADA, SPACE, "Projects-1", query).items().stream()
                .map(release -> release.value().version())
                .toList();
    }

    private Release sent(String json) {
        return here.mapper.readValue(json, Release.class);
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.errors()).anyMatch(error -> error.contains(why)));
    }
}
