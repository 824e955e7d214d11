package tako.octostache;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.octostache.json.JsonReader;
import tako.octostache.json.JsonReading;

/** A value without children. It is a template itself, and may be JSON: each read when it is first used as such, and then kept. */
final class Value implements Binding {
    static final Value EMPTY = new Value("");

    private final String text;
    private final String name;

    /** Read by whoever comes first; reading twice at once gives the same, so no lock is needed. */
    private @Nullable Template template;

    private @Nullable JsonReading json;

    /** A value that was computed, or that is a part of one. */
    Value(String text) {
        this("", text);
    }

    private Value(String name, String text) {
        this.name = name;
        this.text = text;
    }

    static Value ofVariable(String name, String text) {
        return new Value(name, text);
    }

    /** This value under another spelling of its variable's name. */
    Value named(String name) {
        return ofVariable(name, text);
    }

    String text() {
        return text;
    }

    /** The name of the variable whose value this is; empty if it was computed or is a part of one. */
    String name() {
        return name;
    }

    /** The variable whose value this is. */
    Optional<String> variable() {
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    Template template() {
        Template known = template;
        if (known == null) {
            known = Template.read(text, OnSyntaxError.HALT);
            template = known;
        }
        return known;
    }

    /** Whether the text cannot be read as a template, so that it is plain. */
    boolean isNoTemplate() {
        return template().failure().isPresent();
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
