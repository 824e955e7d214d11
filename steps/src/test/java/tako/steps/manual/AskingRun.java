package tako.steps.manual;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tako.platform.database.Tx;
import tako.platform.log.Level;
import tako.platform.process.Executor;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepLog;

/** A run in which nothing is started; what looks things up gets a transaction that refuses every statement. */
final class AskingRun implements RunContext, StepLog {
    final List<String> warnings = new ArrayList<>();

    @Override
    public String executionKey() {
        return "item-1/attempt-1";
    }

    @Override
    public Executor executor() {
        throw new UnsupportedOperationException("A question starts nothing");
    }

    @Override
    public StepLog log() {
        return this;
    }

    @Override
    public void setOutput(String name, String value, boolean sensitive) {
        throw new UnsupportedOperationException("A question sets its outputs when it is answered");
    }

    @Override
    public void addArtifact(Path file, String name) {
        throw new UnsupportedOperationException("A question keeps no files");
    }

    @Override
    public <T> T write(Function<Tx, T> change) {
        return change.apply((Tx)
                Proxy.newProxyInstance(Tx.class.getClassLoader(), new Class<?>[] {Tx.class}, (tx, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    @Override
    public void mask(String value) {
        throw new UnsupportedOperationException("A question has no secrets");
    }

    @Override
    public void line(Level level, String text) {
        if (level == Level.WARNING) {
            warnings.add(text);
        }
    }

    @Override
    public void progress(int percentage, String message) {
        throw new UnsupportedOperationException("A question makes no progress");
    }
}
