package tako.steps.kubernetes;

import static java.util.Objects.requireNonNull;

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

/** Keeps what a step that starts no process wrote and set. */
public final class RecordedStep implements RunContext, StepLog {
    /** A line of the log. */
    public record Line(Level level, String text) {}

    /** An output variable. */
    public record Output(String value, boolean sensitive) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Map<String, Output> outputs = new ConcurrentHashMap<>();

    /** The lines so far. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The texts of a level. */
    public List<String> texts(Level level) {
        return lines.stream()
                .filter(line -> line.level() == level)
                .map(Line::text)
                .toList();
    }

    /** All texts, for searching. */
    public String everything() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    /** The outputs so far. */
    public Map<String, Output> outputs() {
        return Map.copyOf(outputs);
    }

    /** One that must have been set. */
    public Output output(String name) {
        return requireNonNull(outputs.get(name), name);
    }

    @Override
    public String executionKey() {
        return "item-1/attempt-1";
    }

    @Override
    public Executor executor() {
        throw new UnsupportedOperationException("This step starts no process.");
    }

    @Override
    public StepLog log() {
        return this;
    }

    @Override
    public void setOutput(String name, String value, boolean sensitive) {
        outputs.put(name, new Output(value, sensitive));
    }

    @Override
    public void addArtifact(Path file, String name) {
        throw new UnsupportedOperationException("This step keeps no artifact.");
    }

    @Override
    public void mask(String value) {}

    @Override
    public void line(Level level, String text) {
        lines.add(new Line(level, text));
    }

    @Override
    public void progress(int percentage, String message) {}

    @Override
    public <T> T write(Function<Tx, T> change) {
        throw new UnsupportedOperationException("These steps write no rows");
    }
}
