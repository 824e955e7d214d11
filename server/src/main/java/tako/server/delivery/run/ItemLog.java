package tako.server.delivery.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import tako.platform.log.Level;
import tako.server.delivery.step.StepLog;
import tako.server.delivery.step.StepStream;

/** Where one attempt of an item writes. */
final class ItemLog implements StepLog {
    private final RunLog log;
    private final String node;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final AtomicReference<String> lastError = new AtomicReference<>("");
    private final List<ItemStream> streams = new CopyOnWriteArrayList<>();

    /** @param node of the log, open */
    ItemLog(RunLog log, String node) {
        this.log = log;
        this.node = node;
    }

    @Override
    public void line(Level level, String text) {
        notice(level);
        if (level == Level.ERROR || level == Level.FATAL) {
            lastError.set(text);
        }
        log.line(node, level, text);
    }

    private void notice(Level level) {
        if (RunLog.isWarning(level)) {
            warned.set(true);
        }
    }

    @Override
    public StepStream stream() {
        ItemStream stream = new ItemStream(log.stream(node), this::notice);
        streams.add(stream);
        return stream;
    }

    /** The step has ended, however it did: what its streams hold back is written. */
    void endStreams() {
        streams.forEach(ItemStream::end);
    }

    @Override
    public void progress(int percentage, String message) {
        log.progress(node, percentage, message);
    }

    String node() {
        return node;
    }

    /** The newest line of an error that the step itself wrote; "" when there is none. */
    String lastError() {
        return lastError.get();
    }

    boolean hasWarning() {
        return warned.get();
    }
}
