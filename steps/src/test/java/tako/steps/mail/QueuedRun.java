package tako.steps.mail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.log.Level;
import tako.platform.process.Executor;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepLog;

/** One attempt of an item over a real database. */
record QueuedRun(Database database, String executionKey, List<String> lines) implements RunContext, StepLog {
    QueuedRun(Database database, String executionKey) {
        this(database, executionKey, new ArrayList<>());
    }

    @Override
    public Executor executor() {
        throw new UnsupportedOperationException("A mail starts nothing");
    }

    @Override
    public StepLog log() {
        return this;
    }

    @Override
    public <T> T write(Function<Tx, T> change) {
        return database.write(change);
    }

    @Override
    public void line(Level level, String text) {
        lines.add(level + " " + text);
    }

    @Override
    public void setOutput(String name, String value, boolean sensitive) {
        throw new UnsupportedOperationException("A mail has no outputs");
    }

    @Override
    public void addArtifact(Path file, String name) {
        throw new UnsupportedOperationException("A mail keeps no files");
    }

    @Override
    public void mask(String value) {
        throw new UnsupportedOperationException("The run has masked its secrets");
    }

    @Override
    public void progress(int percentage, String message) {
        throw new UnsupportedOperationException("A mail is queued at once");
    }
}
