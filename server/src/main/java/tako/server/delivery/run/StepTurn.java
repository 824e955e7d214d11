package tako.server.delivery.run;

import java.util.List;
import java.util.Optional;

/**
 * What became of a step when its turn came.
 *
 * @param step its position
 * @param skipped why it does not run, a sentence; empty when it does
 * @param window how many of its targets are worked on at once
 * @param items its work items; none when it is skipped
 */
record StepTurn(int step, Optional<String> skipped, int window, List<Item> items) {
    static StepTurn skipped(int step, String reason) {
        return new StepTurn(step, Optional.of(reason), 1, List.of());
    }
}
