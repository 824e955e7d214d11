package tako.server.projects.variable;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A work item's scope with every text in the form in which it is compared. */
record FoldedItem(String action, String machine, Set<String> roles, Set<String> targetedRoles) {
    static FoldedItem of(ItemScope item) {
        Set<String> roles = fold(item.machineRoles());
        Set<String> targeted = fold(item.stepRoles());
        targeted.retainAll(roles);
        return new FoldedItem(
                item.actionId().map(FoldedItem::fold).orElse(""),
                item.machineId().map(FoldedItem::fold).orElse(""),
                roles,
                targeted);
    }

    static Set<String> fold(Collection<String> texts) {
        Set<String> folded = new HashSet<>();
        texts.forEach(text -> folded.add(fold(text)));
        return folded;
    }

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
