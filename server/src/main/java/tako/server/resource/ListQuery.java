package tako.server.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a list shows. Empty filters mean no filter.
 *
 * @param ids only these
 * @param partialName names that contain this, ignoring case
 * @param owner only documents of this owner (a project's channels)
 * @param scopes dimension to accepted values; several values mean any of them, several dimensions mean all
 * @param skip rows to leave out
 * @param take rows to show at most
 */
public record ListQuery(
        List<String> ids,
        Optional<String> partialName,
        Optional<String> owner,
        Map<String, List<String>> scopes,
        int skip,
        int take) {
    /** Everything. */
    public static final ListQuery ALL =
            new ListQuery(List.of(), Optional.empty(), Optional.empty(), Map.of(), 0, Integer.MAX_VALUE);

    /** Everything of one owner. */
    public static ListQuery ofOwner(String owner) {
        return ALL.withOwner(owner);
    }

    /** The same for one owner. */
    public ListQuery withOwner(String id) {
        return new ListQuery(ids, partialName, Optional.of(id), scopes, skip, take);
    }

    /** The same, only some ids; none for all. */
    public ListQuery withIds(List<String> chosen) {
        return new ListQuery(chosen, partialName, owner, scopes, skip, take);
    }

    /** The same, filtered by a dimension. */
    public ListQuery withScope(String dimension, List<String> values) {
        var all = new java.util.HashMap<>(scopes);
        all.put(dimension, values);
        return new ListQuery(ids, partialName, owner, all, skip, take);
    }
}
