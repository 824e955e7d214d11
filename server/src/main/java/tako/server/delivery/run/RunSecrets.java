package tako.server.delivery.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tako.platform.database.View;
import tako.platform.secret.Secrets;
import tako.server.resource.PropertyValue;

/** Opens the secrets that a run uses, each once; whatever was opened is masked from then on. */
final class RunSecrets {
    private final Secrets secrets;
    private final Consumer<String> mask;
    private final Map<String, String> opened = new ConcurrentHashMap<>();

    /** @param mask hides a value */
    RunSecrets(Secrets secrets, Consumer<String> mask) {
        this.secrets = secrets;
        this.mask = mask;
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
        mask.accept(clear);
        opened.put(id, clear);
        return clear;
    }
}
