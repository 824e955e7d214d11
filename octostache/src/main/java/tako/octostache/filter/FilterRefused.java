package tako.octostache.filter;

/** A filter was given something that it cannot use at all, so that the whole template is left as it is; says why in a sentence. */
public final class FilterRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal with its reason for people. */
    public FilterRefused(String message) {
        super(message, null, false, false);
    }
}
