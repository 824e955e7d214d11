package tako.server.settings.space;

import java.util.List;
import tako.platform.database.Tx;
import tako.platform.http.Principal;

/** The team that is made for each space and manages it; teams lie above spaces and provide it. */
public interface SpaceManagers {
    /** Makes the team of a new space and returns its id. */
    String create(Tx tx, Principal who, String space, List<String> members);

    /** Gives the team of a space other members. */
    void replaceMembers(Tx tx, Principal who, String space, List<String> members);

    /** Deletes the team of a space that was deleted. */
    void delete(Tx tx, Principal who, String space);
}
