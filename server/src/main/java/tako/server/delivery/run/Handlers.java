package tako.server.delivery.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tako.server.delivery.step.StepHandler;
import tako.server.delivery.step.StepHandler.AfterCrash;

/** The handlers by the action types they carry out. */
final class Handlers {
    private final Map<String, StepHandler<?>> byType = new HashMap<>();

    Handlers(Collection<StepHandler<?>> handlers) {
        handlers.forEach(handler -> handler.actionTypes().forEach(type -> byType.put(key(type), handler)));
    }

    /** The handler of an action, if this server has one. */
    Optional<StepHandler<?>> of(PlannedAction action) {
        return Optional.ofNullable(byType.get(key(action.action().type())));
    }

    /** What happens to an item that was interrupted. */
    AfterCrash afterCrash(PlannedAction action) {
        return of(action).map(handler -> handler.afterCrash()).orElse(AfterCrash.FAIL);
    }

    /** What is said of an action of a type that no handler carries out. */
    static String cannotCarryOut(PlannedAction action) {
        return "This server cannot carry out actions of the type '"
                + action.action().type() + "'. Replace the step by one of a type that it knows, or disable it.";
    }

    private static String key(String type) {
        return type.toLowerCase(Locale.ROOT);
    }
}
