package tako.platform.notice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the sequence of one run's notices, {@code 5f3a9c01-42}. Another node and another run of the same node have other
 * sequences.
 *
 * @param run eight hexadecimal digits
 */
record Position(String run, long number) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8})-(\\d{1,18})");

    /** What a client sends back; nothing when it is no position. */
    static Optional<Position> parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new Position(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return run + "-" + number;
    }
}
