package tako.testbed;

/** What the service account of a token may do. */
public enum Access {
    /** Nothing: every request is answered with 403. */
    NONE,
    /** Read everything everywhere, secrets excepted. */
    READ_ONLY,
    /** Everything within its own namespace, and nothing outside it, so that it may make no namespace. */
    NAMESPACE,
    /** Everything. */
    ADMINISTRATOR
}
