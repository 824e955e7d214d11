package tako.server.projects.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tako.server.library.variableset.VariableScope;
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
                " PORT ", PropertyValue.of("1"), VariableScope.EVERYTHING, VariableSource.PROJECT, "Project");
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
        Explanation explanation = VariableResolution.of(candidates, DEV).explain("PORT", ItemScope.NONE);
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
        assertThat(resolution.particular(ITEM)).containsOnlyKeys("b");
        assertThat(resolution.resolve(ITEM)).containsOnlyKeys("a", "b");
        assertThat(resolution.particular(ItemScope.NONE)).isEmpty();
    }

    @Test
    void agreesWithTheRuleAsWrittenOnRandomScopes() {
        Random random = new Random(20262);
        for (int round = 0; round < 4_000; round++) {
            List<Candidate> candidates = randomCandidates(random);
            DeploymentScope deployment = randomDeployment(random);
            ItemScope item = randomItem(random);
            VariableResolution resolution = VariableResolution.of(candidates, deployment);
            Map<String, Candidate> winners = resolution.resolve(item);
            for (String name : List.of("n0", "n1", "n2")) {
                Optional<Candidate> expected = oracle(candidates, name, deployment, item);
                assertThat(Optional.ofNullable(winners.get(name))).isEqualTo(expected);
                assertThat(resolution.explain(name, item).winner()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aWorkItemOverTenThousandVariablesTakesLessThanTwoMilliseconds() {
        List<Candidate> candidates = IntStream.range(0, 10_000)
                .mapToObj(number -> named(
                        "Name " + number,
                        "v",
                        number % 2 == 0 ? Map.of() : Map.of("Role", List.of("web", "r" + number % 50))))
                .toList();
        VariableResolution resolution = VariableResolution.of(candidates, DEV);
        long best = Long.MAX_VALUE;
        for (int number = 0; number < 200; number++) {
            ItemScope item = ItemScope.on("a" + number, "Machines-" + number, Set.of("web"), Set.of("web"));
            long begin = System.nanoTime();
            Map<String, Candidate> particular = resolution.particular(item);
            best = Math.min(best, System.nanoTime() - begin);
            assertThat(particular).hasSize(5_000);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(2));
    }

    /** The rule in the words of the specification: filter, score, take the best. */
    private static Optional<Candidate> oracle(
            List<Candidate> candidates, String name, DeploymentScope deployment, ItemScope item) {
        Candidate best = null;
        long bestScore = -1;
        for (Candidate candidate : candidates) {
            Map<String, Long> points = new TreeMap<>();
            boolean fits = candidate.scope().dimensions().entrySet().stream()
                    .allMatch(scope -> fits(scope.getKey(), scope.getValue(), deployment, item, points));
            long score = points.values().stream().mapToLong(Long::longValue).sum() * 10
                    + (candidate.source() == VariableSource.PROJECT ? 1 : 0);
            if (candidate.name().equals(name) && fits && score >= bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean fits(
            String dimension,
            List<String> values,
            DeploymentScope deployment,
            ItemScope item,
            Map<String, Long> points) {
        boolean targeted = values.stream()
                .anyMatch(role ->
                        item.machineRoles().contains(role) && item.stepRoles().contains(role));
        Map<String, Long> worth = Map.of(
                "Environment",
                100L,
                "Channel",
                10L,
                "Action",
                10_000_000L,
                "Machine",
                1_000_000L,
                "Role",
                targeted ? 100_000L : 10_000L);
        points.put(dimension, worth.getOrDefault(dimension, 0L));
        Map<String, Optional<String>> actual = Map.of(
                "Environment",
                deployment.environmentId(),
                "Channel",
                deployment.channelId(),
                "Action",
                item.actionId(),
                "Machine",
                item.machineId());
        return dimension.equals("Role")
                ? values.stream().anyMatch(item.machineRoles()::contains)
                : actual.getOrDefault(dimension, Optional.empty())
                        .filter(values::contains)
                        .isPresent();
    }

    private static List<Candidate> randomCandidates(Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (int count = random.nextInt(12); count >= 0; count--) {
            Map<String, List<String>> scope = new TreeMap<>();
            for (String dimension : List.of("Environment", "Channel", "Action", "Machine", "Role")) {
                if (random.nextInt(4) == 0) {
                    scope.put(
                            dimension,
                            random.nextBoolean() ? List.of("x") : List.of("y", random.nextBoolean() ? "z" : "x"));
                }
            }
            VariableSource source = random.nextBoolean() ? VariableSource.PROJECT : VariableSource.LIBRARY;
            candidates.add(new Candidate(
                    "n" + random.nextInt(3),
                    PropertyValue.of("value " + count),
                    new VariableScope(scope),
                    source,
                    "o"));
        }
        return candidates;
    }

    private static DeploymentScope randomDeployment(Random random) {
        return new DeploymentScope(letter(random), Optional.empty(), Set.of(), letter(random), Optional.empty());
    }

    private static ItemScope randomItem(Random random) {
        Set<String> held = random.nextBoolean() ? Set.of("x", "y") : Set.of("z");
        Set<String> asked = random.nextBoolean() ? Set.of("x") : Set.of("y", "z");
        return random.nextInt(4) == 0
                ? ItemScope.onServer(List.of("x", "y", "z").get(random.nextInt(3)))
                : new ItemScope(letter(random), letter(random), held, asked);
    }

    private static Optional<String> letter(Random random) {
        return Optional.of(List.of("x", "y", "z", "none").get(random.nextInt(4)))
                .filter(letter -> !letter.equals("none"));
    }

    private static Optional<String> winner(List<Candidate> candidates, DeploymentScope deployment, ItemScope item) {
        return Optional.ofNullable(VariableResolution.of(candidates, deployment)
                        .resolve(item)
                        .get("port"))
                .map(candidate -> ((PropertyValue.Plain) candidate.value()).text());
    }

    private static Candidate value(String text, Map<String, List<String>> scope) {
        return named("Port", text, scope);
    }

    private static Candidate named(String name, String text, Map<String, List<String>> scope) {
        return new Candidate(name, PropertyValue.of(text), new VariableScope(scope), VariableSource.PROJECT, "Project");
    }

    private static Candidate from(VariableSource source, String text) {
        return new Candidate("Port", PropertyValue.of(text), VariableScope.EVERYTHING, source, source.name());
    }
}
