package tako.e2e.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A secret that must never be seen.
 *
 * @param name of the variable that holds it
 */
record Canary(String name, String value) {
    private static final int PIECE = 20;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** The kinds of text that secrets are: plain, with signs that formats escape, of several lines, not ASCII, long. */
    static Canary of(int number, Random random) {
        String body = letters(random, 24);
        String value = switch (number % 5) {
            case 0 -> body;
            case 1 -> body + "\"<&>'\\/ +=%" + letters(random, 8);
            case 2 ->
                "-----BEGIN " + body + "-----\n" + letters(random, 64) + "\n" + letters(random, 40) + "\n-----END "
                        + body + "-----";
            case 3 -> body + "-größe-蛸-" + letters(random, 6);
            default -> letters(random, 1_500);
        };
        return new Canary("Canary" + number, value);
    }

    private static String letters(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < count; at++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** Texts by which it would be recognised: pieces of its lines and of its base64 at every alignment, from begin, middle and end. */
    Set<String> traces() {
        Set<String> traces = new TreeSet<>();
        value.lines().forEach(line -> pieces(line, traces));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = (" ".repeat(before) + value).getBytes(UTF_8);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The first and last characters also depend on what stands around.
            pieces(encoded.substring(4, encoded.length() - 4), traces);
        }
        return traces;
    }

    private static void pieces(String text, Set<String> traces) {
        int length = Math.min(text.length(), PIECE);
        for (int from : new int[] {0, (text.length() - length) / 2, text.length() - length}) {
            traces.add(text.substring(from, from + length));
        }
    }
}
