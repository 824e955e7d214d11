package tako.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tako.platform.task.TaskState.CANCELED;
import static tako.platform.task.TaskState.CANCELLING;
import static tako.platform.task.TaskState.EXECUTING;
import static tako.platform.task.TaskState.FAILED;
import static tako.platform.task.TaskState.PARKED;
import static tako.platform.task.TaskState.QUEUED;
import static tako.platform.task.TaskState.SUCCESS;
import static tako.platform.task.TaskState.TIMED_OUT;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tako.platform.task.TaskMoves.Move;
import tako.platform.task.TaskMoves.Mover;

class TaskMovesTest {
    private static final Map<TaskState, Set<TaskState>> ENGINE = Map.of(
            QUEUED, Set.of(EXECUTING, TIMED_OUT),
            EXECUTING, Set.of(SUCCESS, FAILED, CANCELED, PARKED, QUEUED),
            CANCELLING, Set.of(CANCELED),
            PARKED, Set.of(QUEUED));

    private static final Map<TaskState, Set<TaskState>> PERSON = Map.of(
            QUEUED, Set.of(CANCELED),
            EXECUTING, Set.of(CANCELLING),
            PARKED, Set.of(CANCELED),
            SUCCESS, Set.of(FAILED),
            FAILED, Set.of(SUCCESS));

    @ParameterizedTest
    @EnumSource
    @Tag("rule:task.one-table-of-moves")
    void from_each_state_the_engine_moves_only_where_the_table_says(TaskState from) {
        assertThat(reachable(from, Mover.ENGINE)).isEqualTo(ENGINE.getOrDefault(from, Set.of()));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("rule:task.one-table-of-moves")
    void from_each_state_a_person_moves_only_where_the_table_says(TaskState from) {
        assertThat(reachable(from, Mover.PERSON)).isEqualTo(PERSON.getOrDefault(from, Set.of()));
    }

    @ParameterizedTest
    @EnumSource
    void each_state_that_has_not_ended_reaches_one_that_has(TaskState from) {
        assertThat(closure(from)).anyMatch(TaskState::ended);
    }

    @ParameterizedTest
    @EnumSource
    void the_engine_never_leaves_a_state_that_has_ended(TaskState from) {
        assertThat(from.ended() && !reachable(from, Mover.ENGINE).isEmpty()).isFalse();
    }

    @Test
    void nobody_else_moves_a_task() {
        assertThat(Mover.values()).containsExactlyInAnyOrder(Mover.ENGINE, Mover.PERSON);
    }

    @Test
    void no_move_is_in_the_table_twice() {
        assertThat(TaskMoves.ALLOWED.stream().map(move -> new Move(move.from(), move.to(), move.mover(), "")))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_move_outside_the_table_is_refused() {
        assertThatThrownBy(() -> TaskMoves.require(SUCCESS, QUEUED, Mover.ENGINE))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Set<TaskState> reachable(TaskState from, Mover mover) {
        return EnumSet.allOf(TaskState.class).stream()
                .filter(to -> TaskMoves.allowed(from, to, mover))
                .collect(Collectors.toSet());
    }

    private static Set<TaskState> closure(TaskState from) {
        Map<TaskState, Boolean> seen = new EnumMap<>(TaskState.class);
        seen.put(from, true);
        for (int i = 0; i < TaskState.values().length; i++) {
            for (Move move : TaskMoves.ALLOWED) {
                if (seen.containsKey(move.from())) {
                    seen.put(move.to(), true);
                }
            }
        }
        return seen.keySet();
    }
}
