package tako.platform.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what an observer is told. */
public final class RequestObserverList implements RequestObserver {
    /** One request. */
    public record Observed(HttpMethod method, String route, int status) {}

    private final List<Observed> seen = new CopyOnWriteArrayList<>();

    /** An observer that keeps nothing. */
    public static RequestObserver ignoring() {
        return (method, route, status, nanos) -> {};
    }

    @Override
    public void answered(HttpMethod method, String route, int status, long nanos) {
        seen.add(new Observed(method, route, status));
    }

    /** All requests so far. */
    public List<Observed> seen() {
        return seen;
    }
}
