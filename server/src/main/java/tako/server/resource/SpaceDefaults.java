package tako.server.resource;

import tako.platform.database.Tx;
import tako.platform.http.Principal;

/** What a new space is born with: features provide it, joined where the program is wired. */
public interface SpaceDefaults {
    /** Puts a feature's defaults into a new space, in the transaction that creates it. */
    void fill(Tx tx, Principal who, String space);
}
