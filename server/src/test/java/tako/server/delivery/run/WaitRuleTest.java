package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.platform.task.TaskResult;

/** How a run parks. */
class WaitRuleTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000);
    private static final Duration LOOK = Duration.ofMinutes(1);

    private static Waiting question(int number, int until, boolean blocks) {
        return new Waiting.Answer("Interruptions-" + number, NOW, NOW.plusSeconds(until), blocks);
    }

    private static Waiting end() {
        return new Waiting.End("ServerTasks-9", NOW);
    }

    private static Waiting pause(int until) {
        return new Waiting.Pause(NOW, NOW.plusSeconds(until));
    }

    private static TaskResult.Parked parked(Waiting... waiting) {
        return WaitRule.parked(List.of(waiting), NOW, LOOK);
    }

    @Test
    void questions_are_named_first_and_the_earliest_time_wakes() {
        assertThat(parked(pause(90), end(), question(4, 30, false)))
                .isEqualTo(new TaskResult.Parked(
                        "Interruptions-4, ServerTasks-9, the time of its next attempt",
                        Optional.of(NOW.plusSeconds(30)),
                        true));
    }

    @Test
    void a_time_that_is_over_or_nearly_so_wakes_in_a_second_because_clocks_differ() {
        assertThat(parked(pause(0)).until()).contains(NOW.plusSeconds(1));
        assertThat(parked(question(1, -90, false)).until()).contains(NOW.plusSeconds(1));
    }

    @Test
    void a_task_that_is_waited_for_is_looked_at_again() {
        assertThat(parked(end()).until()).contains(NOW.plus(LOOK));
    }

    @Test
    @Tag("rule:interruption.waiting-does-not-block-others")
    @Tag("rule:interruption.may-block-others")
    void locks_are_kept_unless_people_alone_are_waited_for_who_let_others_pass() {
        assertThat(parked(question(1, 1, false), question(2, 1, false)).keepLocks())
                .isFalse();
        assertThat(parked(question(1, 1, false), question(2, 1, true)).keepLocks())
                .isTrue();
        assertThat(parked(question(1, 1, false), pause(5)).keepLocks()).isTrue();
        assertThat(parked(end()).keepLocks()).isTrue();
    }

    @Test
    void spans_are_said_in_the_unit_that_fits() {
        assertThat(WaitTexts.span(Duration.ofDays(30))).isEqualTo("30 days");
        assertThat(WaitTexts.span(Duration.ofHours(36))).isEqualTo("36 hours");
        assertThat(WaitTexts.span(Duration.ofMinutes(5))).isEqualTo("5 minutes");
        assertThat(WaitTexts.span(Duration.ofSeconds(90))).isEqualTo("90 seconds");
        assertThat(WaitTexts.span(Duration.ZERO)).isEqualTo("1 second");
    }
}
