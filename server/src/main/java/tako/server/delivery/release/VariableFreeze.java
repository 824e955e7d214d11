package tako.server.delivery.release;

import tako.platform.database.Tx;

/** Freezes the variables of an owner and answers the copy's id. */
@FunctionalInterface
public interface VariableFreeze {
    /** @param owner a project or library set */
    String freeze(Tx tx, String space, String owner);
}
