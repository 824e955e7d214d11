package tako.platform.database;

/** A newer program has changed the schema; this one must not touch it. */
public final class SchemaTooNew extends RuntimeException {
    SchemaTooNew(int found, int known) {
        super("The database has schema version " + found + ", and this program knows none newer than " + known
                + ". Start the newer program again, or restore a backup from before the upgrade.");
    }
}
