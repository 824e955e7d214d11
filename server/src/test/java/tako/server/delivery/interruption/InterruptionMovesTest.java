package tako.server.delivery.interruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.server.delivery.interruption.InterruptionState.ANSWERED;
import static tako.server.delivery.interruption.InterruptionState.EXPIRED;
import static tako.server.delivery.interruption.InterruptionState.PENDING;
import static tako.server.delivery.interruption.InterruptionState.WITHDRAWN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.server.delivery.interruption.InterruptionMoves.Mover;

class InterruptionMovesTest {
    @Test
    @Tag("rule:interruption.moves")
    void these_moves_there_are_and_no_others() {
        List<String> allowed = new ArrayList<>();
        for (InterruptionState from : InterruptionState.values()) {
            for (InterruptionState to : InterruptionState.values()) {
                for (Mover mover : Mover.values()) {
                    if (InterruptionMoves.allowed(from, to, mover)) {
                        allowed.add(from + " -> " + to + " by " + mover);
                    }
                }
            }
        }
        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        PENDING + " -> " + ANSWERED + " by PERSON",
                        PENDING + " -> " + EXPIRED + " by ENGINE",
                        PENDING + " -> " + WITHDRAWN + " by ENGINE");
        assertThat(InterruptionMoves.ALLOWED)
                .hasSize(3)
                .allMatch(move -> !move.why().isBlank());
    }

    @Test
    void what_no_mover_may_do_has_no_state_before() {
        assertThat(InterruptionMoves.before(EXPIRED, Mover.ENGINE)).isEqualTo(PENDING);
        assertThatThrownBy(() -> InterruptionMoves.before(ANSWERED, Mover.ENGINE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ENGINE");
        assertThatThrownBy(() -> InterruptionMoves.before(PENDING, Mover.PERSON))
                .isInstanceOf(IllegalStateException.class);
    }
}
