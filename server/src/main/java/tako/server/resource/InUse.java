package tako.server.resource;

import java.util.List;
import java.util.stream.Collectors;

/** Says why a document cannot be deleted: who still points at it. */
final class InUse {
    private InUse() {}

    static String sentence(String itemType, String name, List<LinkRows.Referrer> referrers) {
        String who = referrers.stream()
                .map(referrer -> referrer.itemType() + " '" + referrer.name() + "' (" + referrer.id() + ", "
                        + referrer.member() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        return itemType + " '" + name + "' is in use by " + who + ". Change or delete those first.";
    }
}
