package tako.platform.secret;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Shows whether a secret changed without showing it: HMAC-SHA256 under a key of this installation. Diffs, records and digests
 * hold fingerprints; those of different installations cannot be compared, and a short secret cannot be guessed from one.
 */
public final class Fingerprints {
    private static final int BYTES = 12;

    private final SecretKey key;

    Fingerprints(SecretKey key) {
        this.key = key;
    }

    /** 24 hexadecimal digits: the same for the same value, different for others. */
    public String of(Secret secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(secret.bytes()), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java", impossible);
        }
    }
}
