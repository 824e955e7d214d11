package tako.server.people.setup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tako.platform.http.Problem;

/** What a browser sends of a form. */
record SetupForm(Map<String, String> fields) {
    private static final int LONGEST = 16 * 1024;

    /** @throws Problem 400 when it is no form, or a far too long one */
    static SetupForm parse(byte[] body) {
        if (body.length > LONGEST) {
            throw Problem.invalid("The form is too long. Shorten what you typed.");
        }
        var fields = new HashMap<String, String>();
        Arrays.stream(new String(body, StandardCharsets.UTF_8).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> fields.put(decoded(pair[0]), decoded(pair[1])));
        return new SetupForm(Map.copyOf(fields));
    }

    /** A field's text, "" if there is none. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Problem.invalid("The form was not understood: its percent-encoding is broken.");
        }
    }

    /** Only which fields there are: one of them is a password. */
    @Override
    public String toString() {
        return "SetupForm" + fields.keySet();
    }
}
