package tako.platform.database;

import org.jdbi.v3.core.Handle;

/** Where the numbers of {@link Tx#next} come from. */
interface Counters {
    /** The next number, taken inside the handle's transaction. */
    long next(Handle handle, String counter);
}
