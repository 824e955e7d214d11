package tako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A signal wakes the command, which has a while to close; then the process ends whether it did or not. */
class ShutdownTest {
    @Test
    void aCommandThatHangsIsNotWaitedForForEver() {
        var shutdown = new Shutdown(Duration.ofMillis(1));

        assertThat(shutdown.hold()).isFalse();
        assertThat(shutdown.signal().getCount()).isZero();
    }

    @Test
    void theProcessEndsAsSoonAsAllIsClosed() {
        var shutdown = new Shutdown(Duration.ofDays(1));
        shutdown.done();

        assertThat(shutdown.hold()).isTrue();
    }
}
