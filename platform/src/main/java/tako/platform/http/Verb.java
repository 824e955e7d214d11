package tako.platform.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * What a request wants done. A POST may carry the real method in {@code X-HTTP-Method-Override}, because some clients and
 * proxies know no other; a HEAD is a GET whose body is not sent.
 *
 * @param name as asked for
 * @param method nothing when no route can have it
 */
record Verb(String name, Optional<HttpMethod> method) {
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    static Verb of(Request request) {
        String sent = request.getMethod();
        String override = request.getHeaders().get(OVERRIDE);
        return sent.equals("POST") && override != null && !override.isBlank() ? overridden(override) : named(sent);
    }

    /** Whether it changes nothing, so that no proof against forged requests is needed. */
    boolean isSafe() {
        return method.filter(HttpMethod.GET::equals).isPresent();
    }

    private static Verb named(String name) {
        String known = name.equals("HEAD") ? "GET" : name;
        return new Verb(
                name,
                Arrays.stream(HttpMethod.values())
                        .filter(method -> method.name().equals(known))
                        .findFirst());
    }

    private static Verb overridden(String override) {
        return switch (override.strip().toUpperCase(Locale.ROOT)) {
            case "PUT" -> named("PUT");
            case "DELETE" -> named("DELETE");
            case "PATCH" -> named("PATCH");
            case "POST" -> named("POST");
            default -> throw Problem.invalid(OVERRIDE + ": only PUT, PATCH and DELETE can replace POST.");
        };
    }
}
