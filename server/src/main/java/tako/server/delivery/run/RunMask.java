package tako.server.delivery.run;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Hides the secrets of a run in texts. */
final class RunMask {
    private static final int SHORTEST = 4;
    private static final String HIDDEN = "********";

    private final Set<String> secrets = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Hides a value from now on, each of its lines by itself. */
    void add(String value) {
        value.lines().filter(line -> line.length() >= SHORTEST).forEach(secrets::add);
    }

    String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, HIDDEN);
        }
        return masked;
    }
}
