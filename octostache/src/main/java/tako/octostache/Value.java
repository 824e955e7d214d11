package tako.octostache;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.octostache.json.JsonReader;
import tako.octostache.json.JsonReading;

/** A value without children. It is a template itself, and may be JSON: each read when it is first used as such, and then kept. */
final class Value implements Binding {
    static final Value EMPTY = new Value("");

    private final String text;
    private final Optional<String> variable;

    /** Read by whoever comes first; reading twice at once gives the same, so no lock is needed. */
    private @Nullable Template template;

    private @Nullable JsonReading json;

    /** A value that was computed, or that is a part of one. */
    Value(String text) {
        this(text, Optional.empty());
    }

    private Value(String text, Optional<String> variable) {
        this.text = text;
        this.variable = variable;
    }

    static Value ofVariable(String name, String text) {
        return new Value(text, Optional.of(name));
    }

    /** This value under another spelling of its variable's name. */
    Value named(String name) {
        return ofVariable(name, text);
    }

    String text() {
        return text;
    }

    /** The variable whose value this is. */
    Optional<String> variable() {
        return variable;
    }

    Template template() {
        Template known = template;
        if (known == null) {
            known = Template.parse(text);
            template = known;
        }
        return known;
    }

    JsonReading json() {
        JsonReading known = json;
        if (known == null) {
            known = JsonReader.read(text);
            json = known;
        }
        return known;
    }

    @Override
    public Value value() {
        return this;
    }
}
