package tako.structured.yaml;

/** Writes scalars in the style that was chosen for them. */
final class ScalarWriter {
    private final Output out;
    private final Layout layout;

    ScalarWriter(Output out, Layout layout) {
        this.out = out;
        this.layout = layout;
    }

    /**
     * Writes a text in a style that can hold it; of a block only what follows its header.
     *
     * @param indent the column of its further lines
     */
    void write(String text, ScalarStyle style, int indent) {
        String lines = text.replace("\r\n", "\n");
        switch (style) {
            case PLAIN -> out.token(text);
            case SINGLE_QUOTED -> singleQuoted(lines, indent);
            case DOUBLE_QUOTED -> out.token(Escapes.quoted(text, layout.rules()));
            case LITERAL, FOLDED -> block(text, style, indent);
        }
    }

    private void singleQuoted(String text, int indent) {
        out.token("'");
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (isBreak(unit)) {
                part(text, from, i, indent);
                if (unit == '\n' && !isBreakBefore(text, i)) {
                    out.endLine();
                }
                out.endLine(written(unit));
                from = i + 1;
            }
        }
        part(text, from, text.length(), indent);
        out.glued("'");
    }

    private void part(String text, int from, int to, int indent) {
        if (from < to) {
            if (from > 0) {
                out.pad(indent);
            }
            out.glued(text.substring(from, to).replace("'", "''"));
        }
    }

    /** The first line of a block: its indicator, with hints where its text would be misread. */
    void header(String text, ScalarStyle style) {
        boolean indented = text.startsWith(" ") || isBreak(text.charAt(0));
        out.token((style == ScalarStyle.LITERAL ? "|" : ">") + (indented ? layout.step() : "") + chomping(text));
    }

    private static String chomping(String text) {
        int last = text.length() - 1;
        if (!isBreak(text.charAt(last))) {
            return "-";
        }
        return isBreakBefore(text, last) ? "+" : "";
    }

    /** The lines of a block; the last one is ended. */
    void block(String text, ScalarStyle style, int indent) {
        String lines = text.replace("\r\n", "\n");
        int from = 0;
        for (int i = 0; i < lines.length(); i++) {
            char unit = lines.charAt(i);
            if (isBreak(unit)) {
                line(lines, from, i, indent);
                if (style == ScalarStyle.FOLDED && wouldFold(lines, from, i)) {
                    out.endLine();
                }
                out.endLine(written(unit));
                from = i + 1;
            }
        }
        line(lines, from, lines.length(), indent);
        out.finishLine();
    }

    private void line(String text, int from, int to, int indent) {
        if (from < to) {
            out.pad(indent);
            out.glued(text.substring(from, to));
        }
    }

    /** Whether a reader would take the break that ends a line, written once, for a blank or nothing. */
    private static boolean wouldFold(String text, int from, int end) {
        if (from == end || isBlank(text.charAt(from)) || written(text.charAt(end)) != '\n') {
            return false;
        }
        int next = end;
        while (next < text.length() && isBreak(text.charAt(next))) {
            next++;
        }
        return next < text.length() && !isBlank(text.charAt(next));
    }

    private static boolean isBreakBefore(String text, int i) {
        return i > 0 && isBreak(text.charAt(i - 1));
    }

    private static boolean isBlank(char unit) {
        return unit == ' ' || unit == '\t';
    }

    private static boolean isBreak(char unit) {
        return unit == '\n' || unit == '\r' || unit == '\u0085' || unit == '\u2028' || unit == '\u2029';
    }

    private static char written(char lineBreak) {
        return lineBreak == '\u2028' || lineBreak == '\u2029' ? lineBreak : '\n';
    }
}
