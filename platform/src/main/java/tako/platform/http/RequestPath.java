package tako.platform.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a request, split at {@code /} and each segment decoded once (RFC 3986 section 2.4: split first, then decode).
 * Refused are raw {@code ;}, dot segments, control characters, and each of the latter two however often they are encoded.
 * An encoded slash is data of its segment.
 */
record RequestPath(List<String> segments) {
    private static final int LONGEST = 8192;

    /**
     * Reads a raw path.
     *
     * @throws Problem 400 saying what is wrong with it
     */
    static RequestPath parse(String raw) {
        if (raw.length() > LONGEST) {
            throw Problem.of(414, "The address is longer than " + LONGEST + " characters. Shorten it.");
        }
        if (!raw.startsWith("/")) {
            throw refused("it does not begin with a slash");
        }
        if (raw.indexOf(';') >= 0) {
            throw refused("it contains a semicolon; send %3B where one is meant");
        }
        var segments = new ArrayList<String>();
        for (String segment : raw.substring(1).split("/", -1)) {
            segments.add(checked(decoded(segment)));
        }
        if (segments.getLast().isEmpty()) {
            segments.removeLast();
        }
        return new RequestPath(List.copyOf(segments));
    }

    private static String decoded(String segment) {
        return Percent.decode(segment).orElseThrow(() -> refused("its percent-encoding is broken"));
    }

    private static String checked(String segment) {
        String text = segment;
        String before;
        do {
            checkOnce(text);
            before = text;
            text = Percent.decode(text).orElse(text);
        } while (!text.equals(before));
        return segment;
    }

    private static void checkOnce(String text) {
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw refused("it contains a control character");
        }
        for (String part : text.split("[/\\\\]", -1)) {
            if (part.equals(".") || part.equals("..")) {
                throw refused("it contains a dot segment");
            }
        }
    }

    private static Problem refused(String reason) {
        return Problem.of(400, "The address was not understood: " + reason + ".");
    }
}
