package tako.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IsolationTest {
    @Test
    void takes_the_best_that_this_machine_allows_and_says_what_it_means() {
        var best = Arrays.stream(Isolation.Kind.values())
                .filter(Isolation::works)
                .findFirst()
                .orElseThrow();

        var found = Isolation.probe();

        assertThat(found.kind()).isEqualTo(best);
        assertThat(found.sentence()).startsWith("Scripts run in ");
    }

    @Test
    void always_has_process_groups_to_fall_back_on_and_says_what_they_cannot_do() {
        assertThat(Isolation.works(Isolation.Kind.PROCESS_GROUP)).isTrue();
        assertThat(Isolation.of(Isolation.Kind.PROCESS_GROUP).sentence()).contains("may outlive");
    }
}
