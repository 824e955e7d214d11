package tako.structured.yaml;

/** The text that is being written, and what one must know of its last line. */
final class Output {
    private final StringBuilder text = new StringBuilder();
    private int column;
    private boolean separated = true;
    private boolean closed;

    String text() {
        return text.toString();
    }

    boolean isAtLineStart() {
        return column == 0;
    }

    /**
     * Goes to a column, on the same line if it holds nothing but indicators of block entries and is not so long, else on a new one.
     *
     * @param indent the column, from 0
     */
    void startEntry(int indent) {
        if (closed || column > indent || (column == indent && !separated)) {
            endLine();
        }
        pad(indent);
    }

    /** Adds blanks up to a column. */
    void pad(int indent) {
        text.repeat(' ', Math.max(0, indent - column));
        column = Math.max(column, indent);
        separated = true;
    }

    /** Writes the indicator of a block entry; another entry may follow on the line. */
    void entry(String indicator) {
        separate();
        put(indicator);
        separated = false;
    }

    /** Writes a text, with a blank before it where one is needed. */
    void token(String written) {
        separate();
        glued(written);
    }

    /** Writes an opening bracket or brace: what follows needs no blank. */
    void opening(String bracket) {
        token(bracket);
        separated = true;
    }

    /** Writes a text right after what was written before. */
    void glued(String written) {
        put(written);
        separated = false;
        closed = true;
    }

    private void separate() {
        if (!separated) {
            put(" ");
        }
    }

    private void put(String written) {
        text.append(written);
        column += written.length();
    }

    /** Ends the line, unless nothing is on it. */
    void finishLine() {
        if (column > 0) {
            endLine();
        }
    }

    void endLine() {
        endLine('\n');
    }

    /** Ends the line by a character that does so. */
    void endLine(char by) {
        text.append(by);
        column = 0;
        separated = true;
        closed = false;
    }
}
