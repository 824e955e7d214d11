package tako.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that locks all others. Given as base64 of 16 bytes, as Octopus's container takes it, or of 32; what locks is derived
 * from it by HKDF-SHA256 (RFC 5869). Its {@link #id} tells keys apart without revealing anything.
 */
public final class MasterKey {
    private static final int SHORT_BYTES = 16;
    private static final int BYTES = 32;

    private final SecretKey locking;
    private final String id;

    private MasterKey(byte[] material) {
        this.locking = new SecretKeySpec(derive(material, "tako master key 1: locking", BYTES), "AES");
        this.id = HexFormat.of().formatHex(derive(material, "tako master key 1: id", 8));
    }

    /**
     * A key from its text.
     *
     * @throws MasterKeyRefused when the text is not base64 of 16 or 32 bytes
     */
    public static MasterKey of(Secret text) {
        try {
            var material = Base64.getDecoder().decode(text.reveal().strip());
            if (material.length == SHORT_BYTES || material.length == BYTES) {
                return new MasterKey(material);
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one refusal
        }
        throw new MasterKeyRefused(
                "The master key must be base64 of 16 or 32 bytes; make one with: openssl rand -base64 32");
    }

    /** The text of a new key of 32 bytes. */
    public static Secret generate(SecureRandom random) {
        var material = new byte[BYTES];
        random.nextBytes(material);
        return Secret.of(Base64.getEncoder().encodeToString(material));
    }

    /** Which key this is: 16 hexadecimal digits that cannot be turned back into it. */
    public String id() {
        return id;
    }

    AesBox box() {
        return new AesBox(locking);
    }

    private static byte[] derive(byte[] material, String purpose, int bytes) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(material)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), bytes);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF-SHA256 is missing from this Java", impossible);
        }
    }
}
