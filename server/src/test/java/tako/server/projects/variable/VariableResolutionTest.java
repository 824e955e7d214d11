package tako.server.projects.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tako.server.library.variableset.VariableScope;
import tako.server.library.variableset.VariableSet;
import tako.server.projects.variable.Explanation.Outcome;
import tako.server.resource.PropertyValue;

class VariableResolutionTest {
    private static final DeploymentScope DEV = DeploymentScope.of("Environments-1", "Channels-1", "Projects-1");
    private static final ItemScope ITEM = ItemScope.on("a1", "Machines-1", Set.of("web", "eu"), Set.of("web"));

    @Test
    void theValueOfTheEnvironmentIsTaken() {
        List<Candidate> ports = List.of(
                value("30000", Map.of("Environment", List.of("Environments-1"))),
                value("30001", Map.of("Environment", List.of("Environments-2"))));
        assertThat(winner(ports, DEV, ItemScope.NONE)).contains("30000");
        assertThat(winner(ports, DeploymentScope.of("environments-2", "c", "p"), ItemScope.NONE))
                .contains("30001");
        assertThat(winner(ports, DeploymentScope.NONE, ItemScope.NONE)).isEmpty();
    }

    @Test
    void namesAreComparedWithoutRegardToCaseOrBlanksAround() {
        Candidate upper = new Candidate(
                " PORT ",
                PropertyValue.of("1"),
                VariableScope.EVERYTHING,
                VariableSource.PROJECT,
                Origin.of("Project"));
        assertThat(VariableResolution.of(List.of(upper), DEV).shared()).containsOnlyKeys("port");
    }

    @Test
    void closenessGrowsInTheDocumentedOrder() {
        DeploymentScope tenanted = new DeploymentScope(
                Optional.of("Environments-1"),
                Optional.of("Tenants-1"),
                Set.of("Ring/Early"),
                Optional.of("Channels-1"),
                Optional.of("Projects-1"));
        List<Map<String, List<String>>> ascending = List.of(
                Map.of(),
                Map.of("ProcessOwner", List.of("Projects-1")),
                Map.of("Channel", List.of("Channels-1")),
                Map.of("Environment", List.of("Environments-1")),
                Map.of("TenantTag", List.of("Ring/Early")),
                Map.of("Role", List.of("eu")),
                Map.of("Role", List.of("web")),
                Map.of("Machine", List.of("Machines-1")),
                Map.of("Action", List.of("a1")));
        for (int count = 1; count <= ascending.size(); count++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int rank = count - 1; rank >= 0; rank--) {
                candidates.add(value("rank " + rank, ascending.get(rank)));
            }
            assertThat(winner(candidates, tenanted, ITEM)).contains("rank " + (count - 1));
        }
    }

    @Test
    void severalDimensionsAddUp() {
        assertThat(winner(
                        List.of(
                                value(
                                        "both",
                                        Map.of(
                                                "Environment",
                                                List.of("Environments-1"),
                                                "Channel",
                                                List.of("Channels-1"))),
                                value("environment", Map.of("Environment", List.of("Environments-1")))),
                        DEV,
                        ItemScope.NONE))
                .contains("both");
    }

    @Test
    void allDimensionsMustFitAndWithinOneAnyValue() {
        Candidate wide = value("any", Map.of("Environment", List.of("Environments-9", "Environments-1")));
        Candidate narrow =
                value("all", Map.of("Environment", List.of("Environments-1"), "Channel", List.of("Channels-9")));
        assertThat(winner(List.of(wide, narrow), DEV, ItemScope.NONE)).contains("any");
    }

    @Test
    void aRoleCountsMoreWhenTheStepAsksForIt() {
        List<Candidate> candidates = List.of(
                value("held", Map.of("Role", List.of("eu"))), value("targeted", Map.of("Role", List.of("WEB"))));
        assertThat(winner(candidates, DEV, ITEM)).contains("targeted");
        ItemScope untargeted = ItemScope.on("a1", "Machines-1", Set.of("eu"), Set.of("web"));
        assertThat(winner(candidates, DEV, untargeted)).contains("held");
        assertThat(winner(candidates, DEV, ItemScope.onServer("a1"))).isEmpty();
    }

    @Test
    void tenantTagsAreAnyWithinASetAndAllAcrossSets() {
        DeploymentScope tenant = new DeploymentScope(
                Optional.empty(),
                Optional.of("Tenants-1"),
                Set.of("Ring/Early", "Region/EU"),
                Optional.empty(),
                Optional.empty());
        assertThat(winner(
                        List.of(value("x", Map.of("TenantTag", List.of("Ring/Late", "ring/early")))),
                        tenant,
                        ItemScope.NONE))
                .contains("x");
        assertThat(winner(
                        List.of(value("x", Map.of("TenantTag", List.of("Ring/Early", "Region/US")))),
                        tenant,
                        ItemScope.NONE))
                .isEmpty();
        assertThat(winner(List.of(value("x", Map.of("TenantTag", List.of("Ring/Early")))), DEV, ItemScope.NONE))
                .isEmpty();
    }

    @Test
    void aScopeThatThisServerDoesNotKnowNeverFits() {
        assertThat(winner(List.of(value("x", Map.of("Moon", List.of("full")))), DEV, ITEM))
                .isEmpty();
    }

    @Test
    void betweenEqualsTheStrongerSourceWinsThenTheLaterDefinition() {
        Candidate first = value("first", Map.of());
        Candidate second = value("second", Map.of());
        Candidate library = from(VariableSource.LIBRARY, "library");
        assertThat(winner(List.of(first, second, library), DEV, ItemScope.NONE)).contains("second");
        assertThat(winner(List.of(first, from(VariableSource.OUTPUT, "output"), second), DEV, ItemScope.NONE))
                .contains("output");
    }

    @Test
    void answersToPromptsBeatEveryScopeAndTheServersOwnBeatThose() {
        Candidate exact = value(
                "exact",
                Map.of(
                        "Action",
                        List.of("a1"),
                        "Machine",
                        List.of("Machines-1"),
                        "Role",
                        List.of("web"),
                        "Environment",
                        List.of("Environments-1"),
                        "Channel",
                        List.of("Channels-1")));
        List<Candidate> candidates = new ArrayList<>(List.of(exact));
        assertThat(winner(candidates, DEV, ITEM)).contains("exact");
        for (VariableSource source : List.of(
                VariableSource.PARENT_DEPLOYMENT,
                VariableSource.TRIGGER,
                VariableSource.PROMPT,
                VariableSource.SYSTEM)) {
            candidates.addFirst(from(source, source.name()));
            assertThat(winner(candidates, DEV, ITEM)).contains(source.name());
        }
    }

    @Test
    void explainsWhoWonWhoLostAndWhy() {
        List<Candidate> candidates = List.of(
                value("all", Map.of()),
                value("other", Map.of("Environment", List.of("Environments-2"))),
                value("dev", Map.of("Environment", List.of("Environments-1"))),
                value("dev too", Map.of("Environment", List.of("Environments-1"))));
        Explanation explanation =
                VariableResolution.of(candidates, DEV).item(ItemScope.NONE).explain("PORT");
        assertThat(explanation.winner()).map(Candidate::value).contains(PropertyValue.of("dev too"));
        assertThat(explanation.verdicts())
                .extracting(
                        verdict -> ((PropertyValue.Plain) verdict.candidate().value()).text(),
                        Explanation.Verdict::outcome)
                .containsExactly(
                        tuple("dev too", Outcome.WON),
                        tuple("dev", Outcome.TIED),
                        tuple("all", Outcome.LOST),
                        tuple("other", Outcome.DOES_NOT_FIT));
        assertThat(explanation.verdicts())
                .extracting(Explanation.Verdict::reason)
                .containsExactly(
                        "Used: no other value fits more closely.",
                        "Fits as closely as the value used (Project, scoped by Environment), which is defined later. Change one of the two scopes.",
                        "A closer value is used (Project, scoped by Environment).",
                        "Does not apply: the Environment is another one.");
    }

    @Test
    void whatWorkItemsShareAndWhatIsParticularMakeUpTheWhole() {
        VariableResolution resolution = VariableResolution.of(
                List.of(
                        named("A", "shared", Map.of()),
                        named("B", "shared", Map.of()),
                        named("B", "particular", Map.of("Machine", List.of("Machines-1"))),
                        named("C", "elsewhere", Map.of("Machine", List.of("Machines-2")))),
                DEV);
        assertThat(resolution.shared()).containsOnlyKeys("a", "b");
        assertThat(resolution.item(ITEM).particular())
                .extracting(Candidate::name)
                .containsExactly("B");
        assertThat(resolution.item(ITEM).winners()).extracting(Candidate::name).containsExactly("A", "B");
        assertThat(resolution.item(ItemScope.NONE).particular()).isEmpty();
    }

    @Test
    void whatIsKnownOfAnItemIsWeighedLikeEverythingElse() {
        ItemResolution item = VariableResolution.of(
                        List.of(value("machine", Map.of("Machine", List.of("Machines-1")))), DEV)
                .item(ITEM);
        assertThat(used(item.with(List.of(value("later", Map.of()))))).isEqualTo("machine");
        assertThat(used(item.with(List.of(value("step", Map.of("Action", List.of("a1")))))))
                .isEqualTo("step");
        ItemResolution known = item.with(Candidates.system(Map.of("Port", "server")));
        assertThat(used(known)).isEqualTo("server");
        assertThat(known.explain("port").winner()).isEqualTo(known.winner("PORT"));
        assertThat(known.explain("port").verdicts().getLast().reason())
                .isEqualTo("The server sets this variable itself (System, no scope); nothing overrides it.");
    }

    @Test
    void aSwitchOfTheServerIsOnlyADefaultAndOtherNamesOfItsAreNot() {
        List<Candidate> candidates = new ArrayList<>(List.of(
                named("Octopus.Action.MaxParallelism", "3", Map.of()),
                named("Octopus.Environment.Name", "mine", Map.of("Action", List.of("a1")))));
        candidates.addAll(
                Candidates.system(Map.of("octopus.action.MAXPARALLELISM", "10", "Octopus.Environment.Name", "Dev")));
        ItemResolution item = VariableResolution.of(candidates, DEV).item(ITEM);
        assertThat(text(item, "Octopus.Action.MaxParallelism")).isEqualTo("3");
        assertThat(text(item, "Octopus.Environment.Name")).isEqualTo("Dev");
    }

    @Test
    void valuesThatNothingTellsApartAreFound() {
        List<Candidate> candidates = List.of(
                named("Same", "1", Map.of("Role", List.of("web"))),
                named("SAME", "2", Map.of("Role", List.of("web"))),
                named("Equal", "1", Map.of()),
                named("Equal", "1", Map.of()),
                named("Elsewhere", "1", Map.of("Environment", List.of("Environments-9"))),
                named("Elsewhere", "2", Map.of("Environment", List.of("Environments-9"))),
                named("Port", "own", Map.of()),
                from(VariableSource.LIBRARY, "shared"));
        assertThat(VariableResolution.of(candidates, DEV).item(ITEM).duplicates())
                .containsExactly("SAME");
    }

    @Test
    void duplicatesAreJudgedByHowTheyFitAndByWhatWins() {
        List<Candidate> candidates = List.of(
                named("Listed", "1", Map.of("Environment", List.of("Environments-2", "environments-1"))),
                named("Listed", "2", Map.of("Environment", List.of("Environments-1"))),
                named("Overtaken", "1", Map.of()),
                named("Overtaken", "2", Map.of()),
                named("Overtaken", "3", Map.of("Channel", List.of("Channels-1"))),
                named("Decided", "1", Map.of()),
                named("Decided", "2", Map.of()),
                named("Decided", "3", Map.of("Action", List.of("a1"))),
                named("Here", "1", Map.of("Action", List.of("a1", "a2"))),
                named("Here", "2", Map.of("Action", List.of("A1"))),
                named("Thrice", "1", Map.of()),
                named("Thrice", "2", Map.of()),
                named("Thrice", "2", Map.of()),
                shared("LibraryVariableSets-1", "1"),
                shared("LibraryVariableSets-2", "2"));
        VariableResolution resolution = VariableResolution.of(candidates, DEV);
        assertThat(resolution.item(ITEM).duplicates()).containsExactlyInAnyOrder("Listed", "Here", "Thrice");
        assertThat(resolution.item(ItemScope.NONE).duplicates()).containsExactly("Listed", "Decided", "Thrice");
        assertThat(text(resolution.item(ITEM), "Shared")).isEqualTo("2");
        assertThat(resolution
                        .item(ITEM)
                        .with(Candidates.system(Map.of("Thrice", "4")))
                        .duplicates())
                .containsExactlyInAnyOrder("Listed", "Here");
    }

    @Test
    void aSetIsTheProjectsByItsOwnerAndNotByItsPlace() {
        VariableSet library =
                VariableSet.empty("variableset-LibraryVariableSets-1", "Spaces-1", "LibraryVariableSets-1");
        assertThat(OfferedSet.owned(library, "Projects-1").source()).isEqualTo(VariableSource.LIBRARY);
        assertThat(OfferedSet.owned(library, "libraryvariablesets-1").source()).isEqualTo(VariableSource.PROJECT);
    }

    private static Candidate shared(String owner, String text) {
        return new Candidate(
                "Shared",
                PropertyValue.of(text),
                VariableScope.EVERYTHING,
                VariableSource.LIBRARY,
                new Origin("Library set", owner, Optional.empty(), false));
    }

    private static String used(ItemResolution item) {
        return text(item, "Port");
    }

    private static String text(ItemResolution item, String name) {
        return ((PropertyValue.Plain) item.winner(name).orElseThrow().value()).text();
    }

    private static Optional<String> winner(List<Candidate> candidates, DeploymentScope deployment, ItemScope item) {
        return VariableResolution.of(candidates, deployment)
                .item(item)
                .winner("port")
                .map(candidate -> ((PropertyValue.Plain) candidate.value()).text());
    }

    private static Candidate value(String text, Map<String, List<String>> scope) {
        return named("Port", text, scope);
    }

    private static Candidate named(String name, String text, Map<String, List<String>> scope) {
        return new Candidate(
                name, PropertyValue.of(text), new VariableScope(scope), VariableSource.PROJECT, Origin.of("Project"));
    }

    private static Candidate from(VariableSource source, String text) {
        return new Candidate(
                "Port", PropertyValue.of(text), VariableScope.EVERYTHING, source, Origin.of(source.name()));
    }
}
