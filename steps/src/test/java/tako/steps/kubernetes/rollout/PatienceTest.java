package tako.steps.kubernetes.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.steps.kubernetes.Objects.object;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tako.steps.kubernetes.rollout.Trouble.Kind;

/** How long a trouble may last. */
class PatienceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Patience patience = new Patience();

    @Test
    void an_image_may_be_missing_for_three_tries_of_the_kubelet() {
        var image = List.of(trouble(Kind.IMAGE));
        patience.see(image, 0);

        assertThat(patience.exhausted(image, 34 * SECOND)).isEmpty();
        assertThat(patience.nextEnd(image)).contains(35 * SECOND);
        assertThat(patience.exhausted(image, 35 * SECOND)).contains(image.getFirst());
    }

    @Test
    void what_has_passed_begins_anew() {
        var image = List.of(trouble(Kind.IMAGE));
        patience.see(image, 0);
        patience.see(List.of(), 20 * SECOND);
        patience.see(image, 30 * SECOND);

        assertThat(patience.exhausted(image, 60 * SECOND)).isEmpty();
    }

    @Test
    void a_crash_counts_at_once_and_a_pod_without_a_node_never_by_itself() {
        var crash = List.of(trouble(Kind.CRASH));
        patience.see(crash, 5);
        assertThat(patience.exhausted(crash, 5)).isPresent();

        var unplaced = List.of(trouble(Kind.UNPLACED));
        patience.see(unplaced, 0);
        assertThat(patience.exhausted(unplaced, 10_000 * SECOND)).isEmpty();
        assertThat(patience.nextEnd(unplaced)).isEmpty();
    }

    private static Trouble trouble(Kind kind) {
        return new Trouble(kind, object("{kind: Pod, metadata: {name: p, uid: p}}"), "web", "it does not work");
    }
}
