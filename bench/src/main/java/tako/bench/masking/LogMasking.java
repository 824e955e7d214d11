package tako.bench.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import tako.bench.harness.Arena;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Jmh;
import tako.platform.log.MaskedStream;
import tako.platform.log.Masking;

/** Megabytes per second of a log with 200 secrets on one core, beside 100 MB/s. */
public final class LogMasking implements Arena {
    private static final double BOUND = 100;

    private final Jmh jmh;
    private final LogText log;

    private LogMasking(Jmh jmh, LogText log) {
        this.jmh = jmh;
        this.log = log;
    }

    /** @throws Incorrect when a secret is left, or anything else is gone */
    public static LogMasking of(Jmh jmh) {
        LogText log = LogText.of(MaskingState.CHARACTERS);
        check(log);
        return new LogMasking(jmh, log);
    }

    private static void check(LogText log) {
        Masking masking = new Masking();
        log.secrets().forEach(masking::add);
        List<String> shown = new ArrayList<>();
        MaskedStream stream = masking.stream(shown::add);
        log.lines().forEach(stream::line);
        stream.end();
        List<String> expected = log.lines().stream()
                .map(line -> line.replaceAll("--password=.*", "--password=" + "*".repeat(Masking.MASK.length())))
                .toList();
        if (!shown.equals(expected)) {
            throw new Incorrect("The masked log is not the log without its secrets");
        }
    }

    @Override
    public double ours() throws RunnerException {
        return jmh.score(MaskingState.class, "stream", Map.of()) * log.characters() / 1e6;
    }

    @Override
    public double peer() {
        return BOUND;
    }

    @Override
    public List<String> settings() {
        return List.of(
                jmh.words(),
                LogText.SECRETS + " secrets with all their forms, "
                        + log.lines().size() + " lines, " + log.linesWithSecrets() + " of them with a secret",
                "checked: the masked log is the log without its secrets, line by line");
    }

    @Override
    public void close() {}
}
