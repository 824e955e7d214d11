package tako.e2e.canary;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Fifty secrets, and a text that is none and must be seen: what finds it would find a secret too. */
record Canaries(List<Canary> all) {
    static final int COUNT = 50;

    /** The value of a variable that is not sensitive. */
    static final String PLAIN = "plain-canary-that-anybody-may-see";

    static Canaries fresh() {
        Random random = new Random(20_261_127);
        return new Canaries(IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> Canary.of(number, random))
                .toList());
    }

    Canary number(int number) {
        return all.get(number - 1);
    }

    /** Where secrets are seen in a text, in words; none if it is clean. */
    List<String> seenIn(String where, String text) {
        return all.stream()
                .flatMap(canary -> canary.traces().stream()
                        .filter(text::contains)
                        .map(trace -> "%s shows %s (as \"%s\"): ...%s..."
                                .formatted(where, canary.name(), trace, around(text, trace))))
                .toList();
    }

    private static String around(String text, String trace) {
        int at = text.indexOf(trace);
        return text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 160))
                .replaceAll("\\p{Cntrl}+", " ");
    }
}
