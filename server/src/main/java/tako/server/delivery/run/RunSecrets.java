package tako.server.delivery.run;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tako.platform.database.View;
import tako.platform.secret.SecretUnreadable;
import tako.platform.secret.Secrets;
import tako.server.resource.PropertyValue;

/** The secrets that a run uses, opened when it is loaded, so that nothing is read while templates are evaluated; each is masked. */
final class RunSecrets {
    private final Secrets secrets;
    private final Consumer<String> mask;
    private final Map<String, String> opened = new ConcurrentHashMap<>();

    /** @param mask hides a value */
    RunSecrets(Secrets secrets, Consumer<String> mask) {
        this.secrets = secrets;
        this.mask = mask;
    }

    /** Opens those of some values that are kept, in few statements. One that cannot be read is complained of when it is used. */
    void open(View view, Stream<PropertyValue> values) {
        secrets.openAll(view, values.flatMap(RunSecrets::id).toList()).forEach((id, secret) -> {
            hide(secret.reveal());
            opened.put(id, secret.reveal());
        });
    }

    private static Stream<String> id(PropertyValue value) {
        return value instanceof PropertyValue.Sensitive sensitive ? sensitive.secretId().stream() : Stream.empty();
    }

    /** Hides a text that was made of secrets. */
    void hide(String clear) {
        mask.accept(clear);
    }

    /**
     * A value in clear; "" for a sensitive one that is not set.
     *
     * @throws SecretUnreadable when it cannot be read
     */
    String text(PropertyValue value) {
        return switch (value) {
            case PropertyValue.Plain(String text) -> text;
            // A secret that came opened was masked where it was opened.
            case PropertyValue.Sensitive(boolean _, Optional<String> kept, Optional<String> came) ->
                came.or(() -> kept.map(this::known)).orElse("");
        };
    }

    private String known(String id) {
        String clear = opened.get(id);
        if (clear == null) {
            throw new SecretUnreadable(id);
        }
        return clear;
    }
}
