package tako.platform.http;

import java.util.Optional;

/** What the gate must know of spaces: ids in their own letter case for what clients write in addresses. */
public interface SpaceResolver {
    /** The id of the space with this id, in any letter case. */
    Optional<String> byId(String id);

    /** The id of the space with this id or slug, in any letter case. */
    Optional<String> byIdOrSlug(String idOrSlug);

    /** The space of addresses that name none; none when there is no default space or it is switched off. */
    Optional<String> defaultSpace();
}
