package tako.server.people.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tako.server.settings.space.SpaceChoice;

/**
 * Which events are wanted. Empty lists mean no filter.
 *
 * @param regarding events that regard all of these documents
 * @param regardingAny events that regard one of these, for each of the lists
 * @param users ids of those who acted
 * @param categories wire names
 * @param documentTypes prefixes of ids: {@code Projects}
 * @param from at or after
 * @param to before or at
 * @param numbers by the numbers in their ids
 * @param withDetails whether what changed is told
 */
record EventQuery(
        SpaceChoice space,
        List<String> ids,
        List<String> regarding,
        List<List<String>> regardingAny,
        List<String> users,
        List<String> categories,
        List<String> documentTypes,
        Optional<Instant> from,
        Optional<Instant> to,
        Numbers numbers,
        boolean withDetails,
        int skip,
        int take) {

    /** From the first number to the last, both of them too; empty for no limit. */
    record Numbers(Optional<Long> first, Optional<Long> last) {}
}
