package tako.bench.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tako.bench.harness.Incorrect;
import tako.platform.log.Level;
import tako.platform.log.LogLine;
import tako.platform.log.LogStore;
import tako.platform.log.LogWriter;
import tako.platform.log.NodeStatus;

/**
 * What tasks write into their logs: lines of different lengths, known by their numbers, made beforehand.
 *
 * @param count lines in each log
 */
record TaskLines(int count) {
    static final String NODE = "step-1/Machines-2";
    private static final List<String> TEXTS = texts();

    private static List<String> texts() {
        List<String> words = List.of(
                "deployment.apps/quotes",
                "configured;",
                "pulling",
                "registry.example.org/quotes:1.2.3",
                "2 of 3 pods are ready",
                "GET /healthz",
                "200",
                "took",
                "17 ms,",
                "schema",
                "migrated");
        Random random = new Random(1);
        List<String> texts = new ArrayList<>();
        // A prime, so that no round number of lost or doubled lines goes unnoticed.
        for (int number = 0; number < 1009; number++) {
            StringBuilder text = new StringBuilder("line ").append(number);
            for (int word = random.nextInt(10); word >= 0; word--) {
                text.append(' ').append(words.get(random.nextInt(words.size())));
            }
            texts.add(text.toString());
        }
        return List.copyOf(texts);
    }

    /** The text of a line; numbers begin with 1. */
    static String text(long number) {
        return TEXTS.get((int) (number % TEXTS.size()));
    }

    /** Writes them into a log, and returns when they are durable. */
    void write(LogStore store, String log) {
        try (LogWriter writer = store.writer(log, 1)) {
            writer.open("task", "", "Deploy");
            writer.open(NODE, "task", "Step 1: Deploy");
            for (int number = 1; number <= count; number++) {
                writer.line(NODE, Level.INFO, text(number));
            }
            writer.close(NODE, NodeStatus.SUCCESS);
            writer.close("task", NodeStatus.SUCCESS);
            writer.flush();
        }
    }

    /** @throws Incorrect unless a log holds these lines in their order and no others */
    void check(LogStore store, String log) {
        long[] next = {1};
        store.each(log, line -> {
            check(line, next[0]);
            next[0]++;
        });
        Incorrect.unlessEqual("lines in the log " + log, count, next[0] - 1);
    }

    static void check(LogLine line, long number) {
        LogLine written = new LogLine(number, NODE, Level.INFO, Instant.EPOCH, text(number));
        LogLine read = new LogLine(line.number(), line.node(), line.level(), Instant.EPOCH, line.text());
        if (!read.equals(written)) {
            throw new Incorrect("Line " + number + " was read as " + line);
        }
    }
}
