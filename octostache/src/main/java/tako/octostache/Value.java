package tako.octostache;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value without children. It is a template itself, read when it is first used and then kept. */
final class Value implements Binding {
    static final Value EMPTY = new Value("");

    private final String text;
    private final Optional<Value> itself = Optional.of(this);

    /** Read by whoever comes first; reading twice at once gives the same, so no lock is needed. */
    private @Nullable Template template;

    Value(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    Template template() {
        Template known = template;
        if (known == null) {
            known = Template.parse(text);
            template = known;
        }
        return known;
    }

    @Override
    public Optional<Value> value() {
        return itself;
    }

    @Override
    public Optional<Binding> child(String key) {
        return Optional.empty();
    }

    @Override
    public Optional<Binding> indexed(String key) {
        return Optional.empty();
    }

    @Override
    public List<Binding> items() {
        return List.of();
    }
}
