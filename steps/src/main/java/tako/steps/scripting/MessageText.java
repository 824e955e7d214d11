package tako.steps.scripting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands between the brackets of a service message: {@code name key='…' key="…"}, each value the base64 form of
 * UTF-8 text. Reads from left to right, each character once.
 */
final class MessageText {
    private final String text;
    private int at;

    private MessageText(String text) {
        this.text = text;
    }

    /**
     * A message as it is written.
     *
     * @param attributes their values decoded
     */
    record Named(String name, Map<String, String> attributes) {
        /** An attribute that must be there; it may be empty. */
        String required(String key) throws MalformedMessage {
            var value = attributes.get(key);
            if (value == null) {
                throw new MalformedMessage("lacks " + key);
            }
            return value;
        }

        /** An attribute, or "". */
        String optional(String key) {
            return attributes.getOrDefault(key, "");
        }
    }

    /** Reads a message. */
    static Named read(String text) throws MalformedMessage {
        return new MessageText(text).named();
    }

    private Named named() throws MalformedMessage {
        skipBlanks();
        var name = word("has no name");
        var attributes = new HashMap<String, String>();
        while (skipBlanks() && at < text.length()) {
            var key = word("has something other than attributes after its name");
            if (attributes.put(key, value(key)) != null) {
                throw new MalformedMessage("has " + key + " twice");
            }
        }
        if (at < text.length()) {
            throw new MalformedMessage("has no blank before an attribute");
        }
        return new Named(name, attributes);
    }

    private boolean skipBlanks() {
        int start = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    private String word(String otherwise) throws MalformedMessage {
        int start = at;
        while (at < text.length() && isWordCharacter(text.charAt(at))) {
            at++;
        }
        if (start == at) {
            throw new MalformedMessage(otherwise);
        }
        return text.substring(start, at);
    }

    private static boolean isWordCharacter(char character) {
        return Character.isLetterOrDigit(character) || "-_.".indexOf(character) >= 0;
    }

    private String value(String key) throws MalformedMessage {
        skipBlanks();
        if (at >= text.length() || text.charAt(at) != '=') {
            throw new MalformedMessage("has no value for " + key);
        }
        at++;
        skipBlanks();
        var quote = at < text.length() ? text.charAt(at) : ' ';
        var end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw new MalformedMessage("has a value without quotes for " + key);
        }
        var encoded = text.substring(at + 1, end);
        at = end + 1;
        return decoded(key, encoded);
    }

    private static String decoded(String key, String encoded) throws MalformedMessage {
        try {
            return new String(Base64.getDecoder().decode(encoded), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("has a value that is not base64 for " + key);
        }
    }
}
