package tako.octostache;

/** What becomes of a text in which something cannot be read. */
public enum OnSyntaxError {
    /** Nothing is evaluated and the error is told: right for values and settings. */
    HALT,
    /** The unreadable place stays as it is and the rest is evaluated: right for files, which may have braces for reasons of their own. */
    CONTINUE
}
