package tako.server.scenario;

import java.util.List;
import tako.platform.http.TestHttpServer;

/**
 * A row of a scenario's table.
 *
 * @param key whose key is shown; "" for none
 * @param has fragments the body has
 * @param hasNot fragments it has not
 * @param events those written, all of them
 */
record Row(
        String method,
        String path,
        String key,
        String body,
        int status,
        List<String> has,
        List<String> hasNot,
        List<String> events) {
    static Row get(String path) {
        return new Row("GET", path, TestHttpServer.ADMIN_KEY, "", 200, List.of(), List.of(), List.of());
    }

    static Row post(String path, String body) {
        return new Row("POST", path, TestHttpServer.ADMIN_KEY, body, 201, List.of(), List.of(), List.of());
    }

    static Row put(String path, String body) {
        return new Row("PUT", path, TestHttpServer.ADMIN_KEY, body, 200, List.of(), List.of(), List.of());
    }

    static Row patch(String path, String body) {
        return new Row("PATCH", path, TestHttpServer.ADMIN_KEY, body, 200, List.of(), List.of(), List.of());
    }

    static Row delete(String path) {
        return new Row("DELETE", path, TestHttpServer.ADMIN_KEY, "", 200, List.of(), List.of(), List.of());
    }

    Row as(String otherKey) {
        return new Row(method, path, otherKey, body, status, has, hasNot, events);
    }

    Row answers(int expected) {
        return new Row(method, path, key, body, expected, has, hasNot, events);
    }

    Row has(String... fragments) {
        return new Row(method, path, key, body, status, List.of(fragments), hasNot, events);
    }

    Row hasNot(String... fragments) {
        return new Row(method, path, key, body, status, has, List.of(fragments), events);
    }

    Row writes(String... expected) {
        return new Row(method, path, key, body, status, has, hasNot, List.of(expected));
    }

    @Override
    public String toString() {
        return method + " " + path + (key.equals(TestHttpServer.ADMIN_KEY) ? "" : " as '" + key + "'") + " -> "
                + status;
    }
}
