package tako.server.resource;

/**
 * A document: a record in the wire's names. Members that only the engine manages ({@code Links}, {@code LastModifiedOn},
 * {@code LastModifiedBy}) are no components of it.
 */
public interface Document {
    /** Its id, {@code Projects-12}; "" before it is stored. */
    String id();

    /** What people call it. */
    String name();
}
