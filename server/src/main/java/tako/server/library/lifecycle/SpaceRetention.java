package tako.server.library.lifecycle;

import java.util.List;
import tako.platform.http.Problem;

/**
 * What a space keeps where a lifecycle or a runbook leaves it to the space: everything, for ever.
 *
 * @param id made of the space's and the type
 * @param retentionType what is kept
 */
record SpaceRetention(
        String id,
        String spaceId,
        String name,
        String retentionType,
        RetentionPeriod.Strategy strategy,
        int quantityToKeep,
        RetentionPeriod.Unit unit) {
    /** Releases that a lifecycle governs. */
    static final String RELEASES = "LifecycleRelease";

    private static final List<String> TYPES = List.of(RELEASES, "LifecycleTentacle", "RunbookRetention");

    /** @throws Problem 400 for a type that does not exist */
    static SpaceRetention of(String space, String type) {
        String known = TYPES.stream()
                .filter(type::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> Problem.invalid("RetentionType: '" + type + "' is not known. Ask for one of "
                        + String.join(", ", TYPES) + "."));
        return new SpaceRetention(
                "retentionpolicies-" + space + "-" + known,
                space,
                known,
                known,
                RetentionPeriod.Strategy.FOREVER,
                0,
                RetentionPeriod.Unit.ITEMS);
    }
}
