package tako.octostache.json;

/** Ends reading from any depth; never leaves the package. */
final class JsonRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int offset;

    JsonRefused(String reason, int offset) {
        super(reason, null, false, false);
        this.reason = reason;
        this.offset = offset;
    }

    String reason() {
        return reason;
    }

    int offset() {
        return offset;
    }
}
