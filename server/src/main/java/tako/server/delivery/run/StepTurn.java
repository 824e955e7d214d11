package tako.server.delivery.run;

import java.util.List;
import java.util.Optional;
import tako.platform.log.Masking;

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

    /** As it may be kept and shown: the reason may quote what variables made of a tag. */
    StepTurn shownBy(Masking mask) {
        return new StepTurn(step, skipped.map(mask::mask), window, items);
    }
}
