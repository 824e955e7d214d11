package tako.platform.secret;

import java.security.SecureRandom;
import tako.platform.digest.Sha256;

/**
 * API keys, session tokens and one-time tokens: 256 random bits each. Only {@link #digest} is stored; a digest without salt is
 * enough because the text cannot be guessed.
 */
public final class Tokens {
    private static final String API_KEY_PREFIX = "API-";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BYTES = 32;

    private final SecureRandom random;

    public Tokens(SecureRandom random) {
        this.random = random;
    }

    /** A new API key: {@code API-} and 52 upper-case letters and digits (RFC 4648 base32), as clients expect its form. */
    public Secret apiKey() {
        return Secret.of(API_KEY_PREFIX + randomText());
    }

    /** A new token for a session or a one-time link: 52 letters and digits. */
    public Secret token() {
        return Secret.of(randomText());
    }

    /** What is stored of a token and looked up at each use: SHA-256 as 64 hexadecimal digits. */
    public static String digest(String token) {
        return Sha256.hex(token);
    }

    private String randomText() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var text = new StringBuilder();
        int bits = 0;
        int buffer = 0;
        for (byte next : bytes) {
            buffer = (buffer << 8) | (next & 0xff);
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(ALPHABET.charAt((buffer >> (bits - 5)) & 31));
            }
        }
        return text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31)).toString();
    }
}
