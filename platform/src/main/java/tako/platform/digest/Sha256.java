package tako.platform.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), which every Java has; texts count as UTF-8. */
public final class Sha256 {
    private Sha256() {}

    /** The 32 bytes of a content's digest. */
    public static byte[] of(byte[] content) {
        return start().digest(content);
    }

    /** The 32 bytes of a text's digest. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A text's digest as 64 hexadecimal digits. */
    public static String hex(String text) {
        return hex(of(text));
    }

    /** Bytes as hexadecimal digits, two each. */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** For contents too big for memory: fed piece by piece. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}
