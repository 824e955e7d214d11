package tako.structured.yaml;

/** A text is not YAML, or more than is taken. Never leaves the package. */
final class YamlRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int line;
    private final int column;

    /** Line and column from 1. */
    YamlRefused(String reason, int line, int column) {
        super(reason, null, false, false);
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    String reason() {
        return reason;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
