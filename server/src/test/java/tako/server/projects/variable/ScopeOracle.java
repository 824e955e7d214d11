package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rule of precedence in another way: a value whose scope lists several ids is taken apart into values that each list one, a context is a
 * set of words such as {@code environment=dev}, and a value fits when all of its words are among them.
 */
final class ScopeOracle {
    private static final Map<String, Long> WORTH = Map.ofEntries(
            Map.entry("SYSTEM", 1_000_000_000L),
            Map.entry("PROMPT", 100_000_000L),
            Map.entry("TRIGGER", 50_000_000L),
            Map.entry("PARENT_DEPLOYMENT", 20_000_000L),
            Map.entry("action", 10_000_000L),
            Map.entry("machine", 1_000_000L),
            Map.entry("targetrole", 100_000L),
            Map.entry("role", 10_000L),
            Map.entry("TENANT", 1_001L),
            Map.entry("tenanttag", 1_000L),
            Map.entry("environment", 100L),
            Map.entry("channel", 10L),
            Map.entry("processowner", 5L));

    private static final List<String> FROM_THE_WEAKEST = List.of(
            "DEFAULT",
            "LIBRARY",
            "PROJECT",
            "TENANT",
            "ACTION",
            "OUTPUT",
            "PARENT_DEPLOYMENT",
            "TRIGGER",
            "PROMPT",
            "SYSTEM");

    private final Set<String> context = new HashSet<>();

    ScopeOracle(DeploymentScope deployment, ItemScope item) {
        deployment.environmentId().ifPresent(id -> say("environment", id));
        deployment.channelId().ifPresent(id -> say("channel", id));
        deployment.processOwnerId().ifPresent(id -> say("processowner", id));
        deployment.tenantTags().forEach(tag -> say("tenanttag", tag));
        item.actionId().ifPresent(id -> say("action", id));
        item.machineId().ifPresent(id -> say("machine", id));
        item.machineRoles().forEach(role -> say("role", role));
        item.stepRoles().stream().filter(item.machineRoles()::contains).forEach(role -> say("targetrole", role));
    }

    private void say(String dimension, String id) {
        context.add(word(dimension, id));
    }

    private static String word(String dimension, String id) {
        return (dimension + "=" + id).toLowerCase(Locale.ROOT);
    }

    /** The worth of a value here; nothing if it does not fit. */
    OptionalLong worth(Candidate candidate) {
        long source = WORTH.getOrDefault(candidate.source().name(), 0L);
        return apart(candidate).stream()
                .filter(context::containsAll)
                .mapToLong(words -> words.stream()
                        .map(word -> word.substring(0, word.indexOf('=')))
                        .distinct()
                        .mapToLong(WORTH::get)
                        .sum())
                .map(sum -> sum + source)
                .max();
    }

    /** What is used. */
    Optional<Candidate> winner(List<Candidate> candidates) {
        Optional<Candidate> best = Optional.empty();
        for (Candidate candidate : candidates) {
            if (worth(candidate).isPresent()
                    && best.filter(before -> isStronger(before, candidate)).isEmpty()) {
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private boolean isStronger(Candidate before, Candidate later) {
        long one = worth(before).orElseThrow();
        long other = worth(later).orElseThrow();
        int oneSource = FROM_THE_WEAKEST.indexOf(before.source().name());
        int otherSource = FROM_THE_WEAKEST.indexOf(later.source().name());
        return one > other || (one == other && oneSource > otherSource);
    }

    /** A list means any of its ids; lists of different dimensions, and tags of different sets, mean all. */
    private static List<Set<String>> apart(Candidate candidate) {
        List<Set<String>> whole = new ArrayList<>(List.of(Set.of()));
        for (List<String> choices : choices(candidate).values()) {
            List<Set<String>> longer = new ArrayList<>();
            for (Set<String> words : whole) {
                for (String choice : choices) {
                    Set<String> more = new HashSet<>(words);
                    more.add(choice);
                    longer.add(more);
                }
            }
            whole = longer;
        }
        return whole;
    }

    private static Map<String, List<String>> choices(Candidate candidate) {
        Map<String, List<String>> choices = new TreeMap<>();
        candidate
                .scope()
                .dimensions()
                .forEach((dimension, ids) -> ids.forEach(id -> {
                    String group = dimension.equals("TenantTag")
                            ? dimension + id.substring(0, id.indexOf('/')).toLowerCase(Locale.ROOT)
                            : dimension;
                    List<String> words = choices.computeIfAbsent(group, _ -> new ArrayList<>());
                    words.add(word(dimension, id));
                    if (dimension.equals("Role")) {
                        words.add(word("TargetRole", id));
                    }
                }));
        return choices;
    }
}
