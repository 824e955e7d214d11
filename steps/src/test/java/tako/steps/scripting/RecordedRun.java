package tako.steps.scripting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tako.platform.database.Tx;
import tako.platform.log.Level;
import tako.platform.process.Executor;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepLog;

/** Keeps what a step did. */
public final class RecordedRun implements RunContext, StepLog {
    /** A line of the log. */
    public record Line(Level level, String text) {}

    /** An output variable. */
    public record Output(String value, boolean sensitive) {}

    public final List<Line> lines = new CopyOnWriteArrayList<>();
    public final Map<String, Output> outputs = new ConcurrentHashMap<>();
    public final Map<String, String> artifacts = new ConcurrentHashMap<>();
    public final List<String> masked = new CopyOnWriteArrayList<>();
    public final List<String> progress = new CopyOnWriteArrayList<>();
    private final Executor executor;

    /** A run whose commands go to an executor. */
    public RecordedRun(Executor executor) {
        this.executor = executor;
    }

    /** The texts of a level. */
    public List<String> texts(Level level) {
        return lines.stream()
                .filter(line -> line.level() == level)
                .map(Line::text)
                .toList();
    }

    @Override
    public String executionKey() {
        return "item-1/attempt-1";
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public StepLog log() {
        return this;
    }

    @Override
    public void setOutput(String name, String value, boolean sensitive) {
        outputs.put(name, new Output(value, sensitive));
        if (sensitive) {
            mask(value);
        }
    }

    @Override
    public void addArtifact(Path file, String name) {
        try {
            artifacts.put(name, Files.readString(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void mask(String value) {
        masked.add(value);
    }

    @Override
    public void line(Level level, String text) {
        lines.add(new Line(level, text));
    }

    @Override
    public void progress(int percentage, String message) {
        progress.add(percentage + " " + message);
    }

    @Override
    public <T> T write(Function<Tx, T> change) {
        throw new UnsupportedOperationException("These steps write no rows");
    }
}
