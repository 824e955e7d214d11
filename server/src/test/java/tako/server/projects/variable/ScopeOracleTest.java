package tako.server.projects.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tako.server.library.variableset.VariableScope;
import tako.server.projects.variable.Explanation.Outcome;
import tako.server.projects.variable.Explanation.Verdict;
import tako.server.resource.PropertyValue;

/** The resolution against {@link ScopeOracle}, explanations included. A case that fails names its number: the seed makes it again. */
class ScopeOracleTest {
    private static final int CASES = 100_000;
    private static final int NAMES = 2;
    private static final List<String> IDS = List.of("x", "y", "z");
    private static final List<String> TAGS = List.of("Ring/x", "Ring/y", "Region/x", "Region/z");
    private static final List<String> DIMENSIONS =
            List.of("Environment", "Channel", "ProcessOwner", "TenantTag", "Action", "Machine", "Role");

    @Test
    void theUsedValueIsTheOraclesAndTheExplainedOne() {
        for (int number = 0; number < CASES / NAMES; number++) {
            Random random = new Random(20_260_000L + number);
            List<Candidate> candidates = candidates(random);
            DeploymentScope deployment = deployment(random);
            ItemScope item = item(random);
            int known = random.nextInt(candidates.size() + 1);
            ItemResolution resolution = VariableResolution.of(candidates.subList(0, known), deployment)
                    .item(item)
                    .with(candidates.subList(known, candidates.size()));
            for (int name = 0; name < NAMES; name++) {
                check("case " + number, "N" + name, candidates, new ScopeOracle(deployment, item), resolution);
            }
        }
    }

    private static void check(
            String description, String name, List<Candidate> all, ScopeOracle oracle, ItemResolution resolution) {
        List<Candidate> candidates = all.stream()
                .filter(candidate -> candidate.name().equalsIgnoreCase(name))
                .toList();
        Optional<Candidate> used = resolution.winner(name);
        Explanation explanation = resolution.explain(name);
        if (!used.equals(oracle.winner(candidates)) || !used.equals(explanation.winner())) {
            assertThat(used).as(description).isEqualTo(oracle.winner(candidates));
            assertThat(explanation.winner()).as(description).isEqualTo(used);
        }
        checkVerdicts(description, candidates, oracle, explanation);
        boolean listed = resolution.winners().stream()
                .anyMatch(winner -> used.filter(winner::equals).isPresent());
        if (listed != used.isPresent()) {
            assertThat(listed).as(description).isEqualTo(used.isPresent());
        }
    }

    /** Every candidate once, the strongest first, the score and the outcome as the oracle has them. */
    private static void checkVerdicts(
            String description, List<Candidate> candidates, ScopeOracle oracle, Explanation explanation) {
        List<Verdict> verdicts = explanation.verdicts();
        if (verdicts.size() != candidates.size()
                || !new HashSet<>(candidates)
                        .equals(new HashSet<>(
                                verdicts.stream().map(Verdict::candidate).toList()))) {
            assertThat(verdicts)
                    .as(description)
                    .extracting(Verdict::candidate)
                    .containsExactlyInAnyOrderElementsOf(candidates);
        }
        long above = Long.MAX_VALUE;
        for (int place = 0; place < verdicts.size(); place++) {
            Verdict verdict = verdicts.get(place);
            OptionalLong worth = oracle.worth(verdict.candidate());
            Outcome expected = worth.isEmpty()
                    ? Outcome.DOES_NOT_FIT
                    : place == 0
                            ? Outcome.WON
                            : worth.getAsLong() == verdicts.getFirst().score() ? Outcome.TIED : Outcome.LOST;
            if (verdict.outcome() != expected
                    || verdict.score() != worth.orElse(0)
                    || worth.orElse(-1) > above
                    || verdict.reason().isBlank()) {
                assertThat(verdict.outcome()).as("%s: %s", description, verdict).isEqualTo(expected);
                assertThat((long) verdict.score())
                        .as("%s: %s", description, verdict)
                        .isEqualTo(worth.orElse(0));
                assertThat(worth.orElse(-1))
                        .as("order of %s: %s", description, verdicts)
                        .isLessThanOrEqualTo(above);
                assertThat(verdict.reason()).as(description).isNotBlank();
            }
            above = worth.orElse(-1);
        }
    }

    private static List<Candidate> candidates(Random random) {
        List<Candidate> candidates = new ArrayList<>();
        List<VariableSource> sources = Arrays.asList(VariableSource.values());
        for (int count = random.nextInt(14); count >= 0; count--) {
            VariableSource source = random.nextInt(3) == 0
                    ? sources.get(random.nextInt(sources.size()))
                    : random.nextBoolean() ? VariableSource.PROJECT : VariableSource.LIBRARY;
            candidates.add(new Candidate(
                    cased(random, "n" + random.nextInt(NAMES)),
                    PropertyValue.of("value " + count),
                    new VariableScope(scope(random)),
                    source,
                    Origin.of("somewhere")));
        }
        return candidates;
    }

    private static Map<String, List<String>> scope(Random random) {
        Map<String, List<String>> scope = new TreeMap<>();
        for (String dimension : DIMENSIONS) {
            if (random.nextInt(5) == 0) {
                scope.put(dimension, some(random, dimension.equals("TenantTag") ? TAGS : IDS));
            }
        }
        return scope;
    }

    private static List<String> some(Random random, List<String> of) {
        List<String> some = new ArrayList<>();
        for (int count = random.nextInt(3); count >= 0; count--) {
            some.add(cased(random, of.get(random.nextInt(of.size()))));
        }
        return some;
    }

    private static String cased(Random random, String text) {
        return random.nextInt(4) == 0 ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static DeploymentScope deployment(Random random) {
        boolean tenanted = random.nextBoolean();
        return new DeploymentScope(
                perhaps(random),
                tenanted ? Optional.of("t") : Optional.empty(),
                tenanted ? Set.copyOf(TAGS.subList(random.nextInt(2), 2 + random.nextInt(3))) : Set.of(),
                perhaps(random),
                perhaps(random));
    }

    private static ItemScope item(Random random) {
        if (random.nextInt(4) == 0) {
            return new ItemScope(perhaps(random), Optional.empty(), Set.of(), Set.of());
        }
        Set<String> held = random.nextBoolean() ? Set.of("x", "y") : Set.of("z");
        Set<String> asked = random.nextBoolean() ? Set.of("x") : Set.of("y", "z");
        return new ItemScope(perhaps(random), Optional.of(IDS.get(random.nextInt(3))), held, asked);
    }

    private static Optional<String> perhaps(Random random) {
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(IDS.get(random.nextInt(3)));
    }
}
