package tako.server.delivery.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import tako.platform.database.View;
import tako.platform.secret.Secrets;
import tako.server.resource.PropertyValue;

/** Opens the secrets that a run uses, each once; whatever was opened is masked from then on, if it is long enough to be. */
final class RunSecrets {
    private final Secrets secrets;
    private final Predicate<String> mask;
    private final Map<String, String> opened = new ConcurrentHashMap<>();
    private final AtomicBoolean tooShort = new AtomicBoolean();

    /** @param mask hides a value, or answers that it is too short for that */
    RunSecrets(Secrets secrets, Predicate<String> mask) {
        this.secrets = secrets;
        this.mask = mask;
    }

    /** Whether a value was opened that is too short to be hidden. */
    boolean openedTooShort() {
        return tooShort.get();
    }

    /** A value in clear; "" for a sensitive one that is not set. */
    String text(View view, PropertyValue value) {
        return switch (value) {
            case PropertyValue.Plain(String text) -> text;
            case PropertyValue.Sensitive sensitive ->
                sensitive.secretId().map(id -> open(view, id)).orElse("");
        };
    }

    private String open(View view, String id) {
        String known = opened.get(id);
        if (known != null) {
            return known;
        }
        String clear = secrets.open(view, id).reveal();
        if (!mask.test(clear)) {
            tooShort.set(true);
        }
        opened.put(id, clear);
        return clear;
    }
}
