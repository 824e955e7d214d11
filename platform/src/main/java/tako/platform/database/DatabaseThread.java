package tako.platform.database;

/** A platform thread of one database. Knows its database, so that a call from inside a body is refused instead of waiting for itself. */
final class DatabaseThread extends Thread {
    private final Database owner;

    DatabaseThread(Database owner, String name, Runnable work) {
        super(work, name);
        this.owner = owner;
        setDaemon(true);
    }

    /** @throws IllegalStateException when the calling thread runs a body of this database */
    static void refuseNested(Database database) {
        if (Thread.currentThread() instanceof DatabaseThread thread && thread.owner.equals(database)) {
            throw new IllegalStateException(
                    "A read or write was started inside another one of the same database. Pass its View or Tx down instead.");
        }
    }
}
