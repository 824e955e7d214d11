package tako.platform.process;

import java.nio.file.Path;

/** An execution that failed before its first process. */
final class NeverStarted implements Executor.Execution {
    private final RunFolder folder;
    private final String reason;

    NeverStarted(RunFolder folder, String reason) {
        this.folder = folder;
        this.reason = reason;
    }

    @Override
    public Executor.Exit await() {
        return new Executor.Exit.NotStarted(reason);
    }

    @Override
    public void cancel() {
        // Nothing runs.
    }

    @Override
    public Path workingFolder() {
        return folder.work();
    }

    @Override
    public void close() {
        folder.remove();
    }
}
