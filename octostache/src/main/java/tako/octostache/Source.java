package tako.octostache;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A template's text and the place up to which it has been read.
 *
 * <p>Every rule of the grammar starts at {@link #position()}. Where it matches it moves there behind what it matched. Where it does
 * not, it says so and leaves the position at the furthest place that its attempt reached: that is where a damaged construct ends when
 * the rest of the text is to be read nevertheless.
 */
final class Source {
    /** How deep constructs may nest; far more than anyone writes, and far less than a thread's stack. */
    static final int MAXIMUM_NESTING = 100;

    private final String text;
    private int position;
    private int nesting;
    private final Lines lines;

    Source(String text) {
        this.text = text;
        this.lines = new Lines(text);
    }

    String text() {
        return text;
    }

    int position() {
        return position;
    }

    void moveTo(int place) {
        position = place;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    boolean lookingAt(String expected) {
        return text.startsWith(expected, position);
    }

    boolean literal(String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (atEnd() || text.charAt(position) != expected.charAt(i)) {
                return false;
            }
            position++;
        }
        return true;
    }

    /** A lower-case word in any letter case. */
    boolean keyword(String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (atEnd() || Character.toLowerCase(text.charAt(position)) != expected.charAt(i)) {
                return false;
            }
            position++;
        }
        return true;
    }

    boolean oneOf(String characters) {
        if (atEnd() || characters.indexOf(text.charAt(position)) < 0) {
            return false;
        }
        position++;
        return true;
    }

    void skipWhitespace() {
        while (!atEnd() && Characters.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    boolean whitespace() {
        int start = position;
        skipWhitespace();
        return position > start;
    }

    /** The text up to the next of the characters, or to the end. */
    String until(String characters) {
        int start = position;
        while (!atEnd() && characters.indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Reads the beginning of a construct, and blanks. The end of a block is none. */
    boolean open() {
        if (lookingAt("#{/") || !literal(Template.OPEN)) {
            return false;
        }
        skipWhitespace();
        return true;
    }

    /** Reads blanks, and the end of a construct. */
    boolean close() {
        skipWhitespace();
        return literal("}");
    }

    /** The first rule that matches; where none does, the furthest place that any of them reached. */
    @SafeVarargs
    final <T> Optional<T> firstOf(Supplier<? extends Optional<? extends T>>... rules) {
        int start = position;
        int furthest = start;
        for (var rule : rules) {
            position = start;
            Optional<? extends T> value = rule.get();
            if (value.isPresent()) {
                return Optional.of(value.get());
            }
            furthest = Math.max(furthest, position);
        }
        position = furthest;
        return Optional.empty();
    }

    /** What may be missing: where the rule does not match, nothing is read. */
    <T> Optional<T> optional(Supplier<Optional<T>> rule) {
        int start = position;
        Optional<T> value = rule.get();
        if (value.isEmpty()) {
            position = start;
        }
        return value;
    }

    /** A rule that may hold others of its kind. */
    <T> Optional<T> nested(Supplier<Optional<T>> rule) {
        if (++nesting > MAXIMUM_NESTING) {
            throw new EvaluationStopped(new Failure.LimitExceeded("The template nests its expressions more than "
                    + MAXIMUM_NESTING + " deep. Put the inner ones into variables."));
        }
        Optional<T> value = rule.get();
        nesting--;
        return value;
    }

    /** Chains are bounded like nesting: what comes last in them holds all that is before it. */
    void refuseMoreThan(int maximum, int count, String what) {
        if (count > maximum) {
            throw new EvaluationStopped(new Failure.LimitExceeded(
                    "The template has more than " + maximum + " " + what + ". Put parts of it into variables."));
        }
    }

    Position positionOf(int offset) {
        return lines.positionOf(offset);
    }
}
