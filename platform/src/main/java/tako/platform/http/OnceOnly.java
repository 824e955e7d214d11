package tako.platform.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.digest.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * Acts once for all POSTs of one principal with one {@code Idempotency-Key}: later ones get the first one's answer, marked by
 * the header {@code Idempotency-Replayed}. Only for bodies of JSON or none, and only answers of JSON or nothing are kept; an
 * answer of another kind gives the key back.
 */
final class OnceOnly {
    /** The header with the client's key. */
    static final String HEADER = "Idempotency-Key";

    private static final Logger LOG = LoggerFactory.getLogger(OnceOnly.class);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Response.Header REPLAYED = new Response.Header("Idempotency-Replayed", "true");

    private final Optional<IdempotencyKeys> keys;
    private final JsonMapper mapper;

    OnceOnly(Optional<IdempotencyKeys> keys, JsonMapper mapper) {
        this.keys = keys;
        this.mapper = mapper;
    }

    /** The key of a request for which it counts. */
    static Optional<String> key(Route<?> route, Arrival arrival) {
        boolean counts = route.method() == HttpMethod.POST && (!route.hasBody() || route.hasJsonBody());
        return arrival.header(HEADER).filter(ignored -> counts);
    }

    /** Does what a request asks for, or answers what was answered before. */
    Response answer(GateCall call, Callable<Response> work) throws Exception {
        Optional<String> key = key(call.destination().route(), call.arrival())
                .filter(ignored -> !call.principal().equals(Call.ANONYMOUS));
        return keys.isPresent() && key.isPresent() ? once(keys.get(), checked(key.get()), call, work) : work.call();
    }

    private Response once(IdempotencyKeys store, String key, GateCall call, Callable<Response> work) throws Exception {
        String id = Sha256.hex(call.principal().userId() + "\n" + key);
        Optional<IdempotencyKeys.Kept> before = store.claim(id, request(call));
        if (before.isPresent()) {
            return replay(before.get());
        }
        Response answer = acting(store, id, work);
        keep(store, id, answer);
        return answer;
    }

    private static Response acting(IdempotencyKeys store, String id, Callable<Response> work) throws Exception {
        try {
            return work.call();
        } catch (Throwable failure) {
            quietly(() -> store.release(id));
            throw failure;
        }
    }

    private void keep(IdempotencyKeys store, String id, Response answer) {
        Optional<IdempotencyKeys.Kept> kept = kept(answer);
        quietly(() -> kept.ifPresentOrElse(what -> store.keep(id, what), () -> store.release(id)));
    }

    private Optional<IdempotencyKeys.Kept> kept(Response answer) {
        return switch (answer) {
            case Response.Json json
            when json.status() < 300 ->
                Optional.of(new IdempotencyKeys.Kept(json.status(), mapper.writeValueAsString(json.body())));
            case Response.Empty empty
            when empty.status() < 300 -> Optional.of(new IdempotencyKeys.Kept(empty.status(), ""));
            case Response.Json ignored -> Optional.empty();
            case Response.Empty ignored -> Optional.empty();
            case Response.Text ignored -> Optional.empty();
            case Response.Bytes ignored -> Optional.empty();
            case Response.Events ignored -> Optional.empty();
        };
    }

    private Response replay(IdempotencyKeys.Kept kept) {
        return kept.json().isEmpty()
                ? new Response.Empty(kept.status(), List.of(REPLAYED))
                : new Response.Json(kept.status(), mapper.readTree(kept.json()), List.of(REPLAYED));
    }

    /** The change is committed or has failed already: that the key cannot be noted does not change the answer. */
    private static void quietly(Runnable note) {
        try {
            note.run();
        } catch (DatabaseUnavailable unavailable) {
            LOG.warn("An Idempotency-Key stays claimed without an answer, and will be refused for a day.", unavailable);
        }
    }

    private static String request(GateCall call) {
        Destination destination = call.destination();
        return Sha256.hex(String.join(
                "\n",
                destination.route().toString(),
                destination.space().orElse(""),
                destination.parameters().toString(),
                call.arrival().query().toString(),
                call.digest()));
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid(HEADER + ": 1 to 255 visible ASCII characters are expected, such as a new UUID.");
        }
        return key;
    }
}
