package tako.structured.yaml;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/** Finds out by how much a file mostly indents its block collections. */
final class Indentation {
    private static final int LEAST = 2;
    private static final int MOST = 9;

    private final Map<Integer, Integer> steps = new LinkedHashMap<>();
    private int column;

    /** Takes the next event, which begins at a column from 0. */
    void take(Event event, int at) {
        if (event instanceof CollectionStartEvent start) {
            if (!start.isFlow()) {
                count(at - column);
                column = at;
            }
        } else {
            column = Math.min(column, at);
        }
    }

    private void count(int step) {
        if (step >= LEAST && step <= MOST) {
            steps.merge(step, 1, Integer::sum);
        }
    }

    /** The step that was found most often, of equals the first; 2 if there was none. */
    int mostCommon() {
        int most = steps.values().stream().max(Comparator.naturalOrder()).orElse(0);
        return steps.entrySet().stream()
                .filter(step -> step.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(LEAST);
    }
}
