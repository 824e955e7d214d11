package tako.platform.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One event stream ("Server-sent events" of the HTML standard). That a client has gone is noticed only by writing, hence the
 * heartbeat.
 */
final class EventStream implements Response.EventSink {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final String COMMENT = ":\n\n";
    private static final long CLOSE_PATIENCE_MILLIS = 500;

    private final org.eclipse.jetty.server.Response response;
    private final Callback callback;
    private final Duration heartbeat;
    private final ReentrantLock writing = new ReentrantLock();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<IOException> failure = Optional.empty();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    EventStream(org.eclipse.jetty.server.Response response, Callback callback, Duration heartbeat) {
        this.response = response;
        this.callback = callback;
        this.heartbeat = heartbeat;
    }

    void start(Consumer<Response.EventSink> source, Runnable ended) {
        response.setStatus(200);
        response.getHeaders().put("Content-Type", "text/event-stream; charset=utf-8");
        response.getHeaders().put("X-Accel-Buffering", "no");
        Thread thread = Thread.ofVirtual().name("events").unstarted(() -> run(source, ended));
        Thread heart = Thread.ofVirtual().name("events-heartbeat").unstarted(this::beat);
        threads.addAll(List.of(thread, heart));
        threads.forEach(Thread::start);
    }

    private void run(Consumer<Response.EventSink> source, Runnable ended) {
        try {
            if (write(COMMENT)) {
                source.accept(this);
            }
        } catch (RuntimeException broken) {
            LOG.error("The source of an event stream failed.", broken);
        } finally {
            closed.countDown();
            ended.run();
            finish();
        }
    }

    private void beat() {
        try {
            while (!closed.await(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
                write(COMMENT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean send(String event, String id, String data) {
        var text = new StringBuilder();
        if (!id.isEmpty()) {
            text.append("id: ").append(oneLine(id)).append('\n');
        }
        text.append("event: ").append(oneLine(event)).append('\n');
        data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        return write(text.append('\n').toString());
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]", " ");
    }

    private boolean write(String text) {
        writing.lock();
        try {
            if (closed.getCount() == 0) {
                return false;
            }
            Content.Sink.write(response, false, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException gone) {
            failure = Optional.of(gone);
            end();
            return false;
        } finally {
            writing.unlock();
        }
    }

    /** Ends the stream; what is being written is finished if it goes quickly. */
    void close() {
        boolean quiet = false;
        try {
            quiet = writing.tryLock(CLOSE_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            end();
        } catch (InterruptedException hurried) {
            end();
            Thread.currentThread().interrupt();
        } finally {
            if (quiet) {
                writing.unlock();
            }
        }
    }

    private void end() {
        closed.countDown();
        threads.stream().filter(thread -> thread != Thread.currentThread()).forEach(Thread::interrupt);
    }

    private void finish() {
        boolean _ = Thread.interrupted();
        writing.lock();
        try {
            if (failure.isPresent()) {
                callback.failed(failure.get());
            } else {
                response.write(true, ByteBuffer.allocate(0), callback);
            }
        } finally {
            writing.unlock();
        }
    }
}
