package tako.bench.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;
import tako.bench.harness.Arena;
import tako.bench.harness.Benchmark.Goal;
import tako.bench.harness.Further;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Jmh;
import tako.octostache.Variables;
import tako.server.projects.variable.Explanation;
import tako.server.projects.variable.ItemScope;
import tako.server.resource.PropertyValue;

/** Milliseconds in which 10,000 values are indexed for a deployment, beside 20; and resolved for an action on a target, beside 2. */
public final class VariableSetResolution implements Arena {
    private static final double INDEX_BOUND = 20;
    private static final double ITEM_BOUND = 2;

    private final Jmh jmh;
    private final List<Double> items = new ArrayList<>();

    private VariableSetResolution(Jmh jmh) {
        this.jmh = jmh;
    }

    /** @throws Incorrect when a variable has another value than its explanation says */
    public static VariableSetResolution of(Jmh jmh) {
        Indexed indexed = Indexed.of(BigProject.candidates());
        for (int number = 0; number < 5; number++) {
            check(indexed, BigProject.item(number));
        }
        return new VariableSetResolution(jmh);
    }

    private static void check(Indexed indexed, ItemScope item) {
        Variables variables = indexed.item(item);
        for (int number = 0; number < BigProject.NAMES; number += 97) {
            String name = "Service" + number + ".Host";
            Explanation explanation = indexed.resolution().item(item).explain(name);
            Optional<String> explained = explanation
                    .winner()
                    .filter(winner -> winner.value() instanceof PropertyValue.Plain)
                    .map(winner -> ((PropertyValue.Plain) winner.value()).text());
            if (!variables.raw(name).equals(explained)) {
                throw new Incorrect(name + " is " + variables.raw(name) + ", but explained as " + explained);
            }
        }
    }

    @Override
    public double ours() throws RunnerException {
        items.add(jmh.score(VariablesState.class, "item", Map.of()) / ITEM_BOUND);
        return jmh.score(VariablesState.class, "index", Map.of());
    }

    @Override
    public double peer() {
        return INDEX_BOUND;
    }

    @Override
    public List<Further> further() {
        return List.of(new Further("item", "ratio", items, Goal.atMost(1)));
    }

    @Override
    public List<String> settings() {
        return List.of(
                jmh.words(),
                BigProject.VALUES + " values of " + BigProject.NAMES
                        + " names, scoped by environment, tag, target and action; the line of an item stands beside "
                        + ITEM_BOUND + " ms",
                "checked: variables have the values that their explanations name");
    }

    @Override
    public void close() {}
}
