package tako.server.delivery.run;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tako.octostache.Evaluation;
import tako.platform.log.Level;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.projects.process.PropertyKey;
import tako.server.projects.process.RunCondition;

/** What is found out about an item when it is to start: whether its own condition lets it, and how long it may take. */
final class ItemStarts {
    private final Session session;
    private final ItemTexts texts;
    private final Set<ItemId> warned = new HashSet<>();

    ItemStarts(Session session, ItemTexts texts) {
        this.session = session;
        this.texts = texts;
    }

    /** Whether the item's own condition says no. It is asked before the first attempt only. */
    boolean refused(Item item) throws InterruptedException {
        PlannedAction action = session.loaded().plan().action(item.id());
        if (item.attempt() > 0 || action.action().condition() != RunCondition.VARIABLE) {
            return false;
        }
        Optional<String> expression = action.action().text(PropertyKey.ACTION_CONDITION);
        if (expression.isEmpty()) {
            return true;
        }
        Evaluation said = texts.evaluated(item, expression.get());
        said.error().ifPresent(error -> warn(item, ConditionTexts.unreadable(error)));
        return !said.isTrue();
    }

    /** How long the attempt that starts now may take, if the action says. */
    Optional<TimeLimit> limit(Item item) throws InterruptedException {
        String text = texts.property(item, PropertyKey.TIMEOUT_MINUTES).strip();
        if (text.isEmpty() || text.equals("0")) {
            return Optional.empty();
        }
        Optional<Integer> minutes = TimeLimit.minutes(text);
        if (minutes.isEmpty() && warned.add(item.id())) {
            warn(
                    item,
                    "The time-out '" + text + "' is no whole number of minutes, so there is none. Correct the step's "
                            + PropertyKey.TIMEOUT_MINUTES + ".");
        }
        return minutes.map(
                number -> TimeLimit.of(number, session.parts().clock().instant()));
    }

    private void warn(Item item, String sentence) {
        session.log().line(session.loaded().plan().step(item.id().step()), Level.WARNING, sentence);
    }
}
