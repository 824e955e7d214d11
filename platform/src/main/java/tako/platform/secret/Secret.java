package tako.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A sensitive text on its way to where it is used. It has no text form, and Jackson refuses it in both directions, so that it
 * cannot slip into a log, a message or a document.
 */
@JsonSerialize(using = SecretJson.Writing.class)
@JsonDeserialize(using = SecretJson.Reading.class)
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** A secret of this value. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The value in clear, for the one place that uses it. */
    public String reveal() {
        return value;
    }

    /** The value's UTF-8 bytes. */
    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in a time that tells nothing about where two values differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "********";
    }
}
