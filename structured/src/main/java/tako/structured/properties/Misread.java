package tako.structured.properties;

import org.jspecify.annotations.Nullable;

/** The text is no .properties file. */
final class Misread extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * Says what is wrong.
     *
     * @param offset where, in UTF-16 units
     */
    Misread(String message, int offset) {
        super(message, (@Nullable Throwable) null, false, false);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
