package tako.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsTheBenchmarksWithTheirTargets() {
        assertThat(run("--list")).isZero();
        assertThat(out.toString().lines())
                .hasSize(11)
                .anyMatch(line -> line.startsWith("task-throughput") && line.contains("at least 0.5"))
                .anyMatch(line -> line.startsWith("queue-latency") && line.contains("at most 1.5"))
                .anyMatch(line -> line.startsWith("log ") && line.contains("at least 0.3"))
                .anyMatch(line -> line.startsWith("start-memory") && line.contains("at most 4.0"))
                .anyMatch(line -> line.startsWith("deployment-overhead") && line.contains("at most 1.25"));
    }

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--list", "--pairs", "NAME ratio=");
    }

    @Test
    void refusesANameThatItDoesNotKnowAndNamesThoseItDoes() {
        assertThat(run("speed")).isEqualTo(2);
        assertThat(err.toString()).contains("'speed'", "task-throughput", "start-time");
    }

    @Test
    void refusesFewerThanFivePairs() {
        assertThat(run("--pairs", "4", "task-throughput")).isEqualTo(2);
        assertThat(err.toString()).contains("at least 5");
    }

    private int run(String... arguments) {
        return new CommandLine(new Main())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
