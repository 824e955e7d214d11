package tako.platform.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.util.Callback;

/** The open event streams. Each runs on threads of its own and holds no permit; when the server drains they end first. */
final class EventStreams {
    private final Duration heartbeat;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    EventStreams(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** Begins a stream and returns at once. */
    void open(Response.Events events, org.eclipse.jetty.server.Response response, Callback callback) {
        var stream = new EventStream(response, callback, heartbeat);
        open.add(stream);
        stream.start(events.source(), () -> open.remove(stream));
        if (draining) {
            stream.close();
        }
    }

    /** Ends all streams, and those that still open. */
    void drain() {
        draining = true;
        open.forEach(EventStream::close);
    }

    /** How many are open. */
    int count() {
        return open.size();
    }
}
