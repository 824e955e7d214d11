package tako.platform.http;

import java.util.List;
import java.util.Optional;

/** A {@link Call} made of what the gate found out. */
record GateCall(Arrival arrival, Principal principal, Destination destination, BodyReader.Body sent)
        implements Call<Object> {
    /** {@link BodyReader.Body#digest}. */
    String digest() {
        return sent.digest();
    }

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
        Object content = sent.content();
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
