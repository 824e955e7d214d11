package tako.server.delivery.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.log.Level;
import tako.platform.log.MaskedStream;
import tako.server.delivery.step.StepStream;

/**
 * One stream of an item's output, masked also where a secret goes over several lines. Whoever watches a process that then says nothing
 * more sees its last line all the same: after a second of silence, what waits is shown. That gives away at most lines too short to be
 * masked on their own.
 */
final class ItemStream implements StepStream {
    private static final Logger LOG = LoggerFactory.getLogger(ItemStream.class);
    private static final Executor AFTER_SILENCE =
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Thread::startVirtualThread);

    private final MaskedStream<Level> lines;
    private final Consumer<Level> notice;
    private Level last = Level.INFO;
    private long taken;
    private boolean watched;

    /** @param notice told of the level of each line */
    ItemStream(MaskedStream<Level> lines, Consumer<Level> notice) {
        this.lines = lines;
        this.notice = notice;
    }

    @Override
    public synchronized void line(Level level, String text) {
        take(level);
        lines.line(level, text);
        watch();
    }

    @Override
    public synchronized void part(Level level, String text) {
        take(level);
        lines.part(level, text);
        watch();
    }

    @Override
    public synchronized void end() {
        lines.end(last);
    }

    private void take(Level level) {
        notice.accept(level);
        last = level;
        taken++;
    }

    private void watch() {
        if (!watched && lines.isWaiting()) {
            watched = true;
            long seen = taken;
            AFTER_SILENCE.execute(() -> look(seen));
        }
    }

    private synchronized void look(long seen) {
        watched = false;
        if (taken != seen) {
            watch();
            return;
        }
        try {
            lines.release();
        } catch (RuntimeException unwritten) {
            // They still wait, and whoever writes the next line or ends the stream learns of it.
            LOG.debug("Lines of a silent stream could not be written", unwritten);
        }
    }
}
