package tako.platform.database;

/** A newer program has used this database; this one must not touch it. */
public final class SchemaTooNew extends RuntimeException {
    SchemaTooNew(int found, int known) {
        super("The database was used by a newer version of this program (schema " + found + ", this one knows " + known
                + "). Start the newer version, or restore the copy made before the upgrade.");
    }
}
