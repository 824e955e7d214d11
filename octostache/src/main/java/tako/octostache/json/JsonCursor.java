package tako.octostache.json;

import tako.octostache.filter.Whitespace;

/** A text and the place up to which it has been read. */
final class JsonCursor {
    /** What stands behind the last unit. Texts may hold the same unit, but nowhere does it mean anything. */
    private static final char END = '\0';

    private final String text;
    private int position;

    JsonCursor(String text) {
        this.text = text;
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

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : END;
    }

    boolean accept(char wanted) {
        if (atEnd() || text.charAt(position) != wanted) {
            return false;
        }
        position++;
        return true;
    }

    void expect(char wanted, String where) {
        if (!accept(wanted)) {
            throw refused(where + " '" + wanted + "' was expected, but " + found());
        }
    }

    /** Reads a word that nothing else is joined to. */
    boolean word(String wanted) {
        if (!text.startsWith(wanted, position) || !separates(position + wanted.length())) {
            return false;
        }
        position += wanted.length();
        return true;
    }

    private boolean separates(int place) {
        return place >= text.length() || "}],)/".indexOf(text.charAt(place)) >= 0 || Whitespace.is(text.charAt(place));
    }

    void skipWhitespace() {
        while (!atEnd() && Whitespace.is(text.charAt(position))) {
            position++;
        }
    }

    void skipBlanksAndComments() {
        skipWhitespace();
        while (peek() == '/') {
            skipComment();
            skipWhitespace();
        }
    }

    private void skipComment() {
        switch (peek(1)) {
            case '/' -> skipLine();
            case '*' -> {
                int end = text.indexOf("*/", position + 2);
                if (end < 0) {
                    throw refused("This comment has no end: '*/' is missing.");
                }
                position = end + 2;
            }
            default -> throw refused("A comment begins with '//' or '/*'.");
        }
    }

    private void skipLine() {
        while (!atEnd() && peek() != '\n' && peek() != '\r') {
            position++;
        }
    }

    JsonRefused refused(String reason) {
        return new JsonRefused(reason, position);
    }

    /** What stands here, as the end of a sentence. */
    String found() {
        return atEnd() ? "the text ends." : "'" + Character.toString(text.codePointAt(position)) + "' was found.";
    }

    JsonReading.Unreadable unreadable(JsonRefused refused) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < refused.offset(); i++) {
            boolean endsLine = text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !text.startsWith("\n", i + 1));
            if (endsLine) {
                line++;
                lineStart = i + 1;
            }
        }
        return new JsonReading.Unreadable(refused.reason(), line, refused.offset() - lineStart + 1);
    }
}
