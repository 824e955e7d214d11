package tako.platform.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link Call} made of what the gate found out. */
record GateCall(
        Arrival arrival,
        Principal principal,
        Destination destination,
        @Nullable Object content) implements Call<Object> {
    @Override
    public Credentials.Client client() {
        return arrival.client();
    }

    @Override
    public String space() {
        return destination.space().orElse("");
    }

    @Override
    public String path(String name) {
        String value = destination.parameters().get(name);
        if (value == null) {
            throw new IllegalArgumentException(destination.route() + " has no parameter '" + name + "'.");
        }
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        return arrival.query().first(name);
    }

    @Override
    public List<String> queryList(String name) {
        return arrival.query().list(name);
    }

    @Override
    public int queryInt(String name, int absent) {
        return query(name).map(text -> WholeNumber.of(name, text)).orElse(absent);
    }

    @Override
    public Object body() {
        if (content == null) {
            throw new IllegalStateException(destination.route() + " takes no body.");
        }
        return content;
    }

    @Override
    public Optional<String> header(String name) {
        return arrival.header(name);
    }

    @Override
    public Optional<String> cookie(String name) {
        return arrival.cookie(name);
    }

    @Override
    public String uri() {
        return arrival.uri();
    }
}
