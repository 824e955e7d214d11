package tako.octostache.filter;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Hashes of a text's bytes in hexadecimal digits; by a size in bytes only the first are kept. */
final class HashFilters {
    private static final String BASE64 = "base64";
    private static final int MOST_OPTIONS = 2;

    private HashFilters() {}

    static Map<String, Filter> all() {
        return Map.of(
                "md5", hash("MD5"),
                "sha1", hash("SHA-1"),
                "sha256", hash("SHA-256"),
                "sha384", hash("SHA-384"),
                "sha512", hash("SHA-512"));
    }

    private static Filter hash(String algorithm) {
        return Filter.withOptions((text, options) -> hash(algorithm, text, options));
    }

    /** A size and an encoding, in either order; anything besides is refused. */
    private static Optional<String> hash(String algorithm, String text, List<String> options) {
        List<String> encodings = options.stream()
                .filter(option -> WholeNumber.parse(option).isEmpty())
                .toList();
        List<Integer> sizes = options.stream()
                .flatMap(option -> WholeNumber.parse(option).stream())
                .toList();
        boolean usable = options.size() <= MOST_OPTIONS && encodings.size() <= 1 && sizes.size() <= 1;
        if (!usable || sizes.stream().anyMatch(size -> size <= 0)) {
            return Optional.empty();
        }
        int size = sizes.isEmpty() ? Integer.MAX_VALUE : sizes.getFirst();
        Function<byte[], String> hex = bytes -> hex(digest(algorithm, bytes), size);
        return encodings.isEmpty()
                ? Optional.of(hex.apply(TextEncoding.UTF_8.encode(text)))
                : bytes(text, encodings.getFirst()).map(hex);
    }

    private static Optional<byte[]> bytes(String text, String encoding) {
        return encoding.toLowerCase(Locale.ROOT).equals(BASE64)
                ? Base64Filters.decode(text)
                : TextEncoding.named(encoding).map(known -> known.encode(text));
    }

    private static String hex(byte[] hash, int size) {
        return HexFormat.of().formatHex(Arrays.copyOf(hash, Math.min(size, hash.length)));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has " + algorithm, impossible);
        }
    }
}
