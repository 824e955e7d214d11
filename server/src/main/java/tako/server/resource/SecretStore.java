package tako.server.resource;

import tako.platform.database.Tx;

/** Where sensitive values go: documents hold only the id of an immutable encrypted row. */
public interface SecretStore {
    /** Keeps a clear text and returns the id of its row. */
    String keep(Tx tx, String clear);
}
