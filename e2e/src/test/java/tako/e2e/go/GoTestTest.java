package tako.e2e.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tako.e2e.go.GoProgram.Ended;

/** What is read from the output of a Go test. */
class GoTestTest {
    @Test
    void only_one_that_says_so_has_passed() {
        assertThat(run(0, "--- PASS: TestA (0.01s)\nPASS").passed()).isTrue();
        assertThat(run(0, "testing: warning: no tests to run\nPASS").passed()).isFalse();
        assertThat(run(1, "--- PASS: TestA (0.01s)\npanic: late").passed()).isFalse();
        assertThat(run(0, "--- SKIP: TestA (0.00s)\nPASS").cause()).isEqualTo("skips itself");
        assertThat(GoTest.of("TestA", new Ended(137, "--- PASS: TestA (0.01s)", false), List.of())
                        .cause())
                .isEqualTo("took too long");
    }

    @Test
    void what_the_server_answered_is_the_cause() {
        assertThat(run(1, """
                            tag_test.go:25:
                                \tError:      \tReceived unexpected error:
                                \t            \tOctopus API error: The resource 'Tags-12' was not found. []
                        --- FAIL: TestA (0.02s)
                        """).cause()).isEqualTo("Octopus API error: The resource 'Tags-N' was not found. []");
    }

    @Test
    void a_missing_route_is_the_cause_before_all() {
        var ended = new Ended(1, "panic: nil pointer", true);
        assertThat(GoTest.of("TestA", ended, List.of("POST /api/Spaces-1/tags", "GET /api/x"))
                        .cause())
                .isEqualTo("no route for POST /api/Spaces-N/tags");
    }

    @Test
    void a_panic_is_the_cause_before_what_led_to_it() {
        assertThat(run(2, """
                            a_test.go:1:
                                \tError:      \tExpected value not to be nil.
                        panic: runtime error: nil pointer dereference [recovered, repanicked]
                        """).cause()).isEqualTo("panic: runtime error: nil pointer dereference");
    }

    @Test
    void tests_that_fail_alike_have_the_same_cause() {
        var first = run(1, "        \tError:      \tNot equal: 1f0d3c1e-8d2a-4a53-a1a1-0d3c1e8d2a4a");
        var second = run(1, "        \tError:      \tNot equal: 2f0d3c1e-8d2a-4a53-a1a1-0d3c1e8d2a4b");
        assertThat(first.cause()).isEqualTo(second.cause()).isEqualTo("Not equal: N");
    }

    private static GoTest run(int code, String output) {
        return GoTest.of("TestA", new Ended(code, output, true), List.of());
    }
}
