package tako.platform.http;

/** Told of every request that reached a route, when its answer is known. */
@FunctionalInterface
public interface RequestObserver {
    /**
     * One request.
     *
     * @param route the route's template: {@code /projects/{id}}
     * @param nanos from its arrival until its answer was ready to be sent
     */
    void answered(HttpMethod method, String route, int status, long nanos);
}
