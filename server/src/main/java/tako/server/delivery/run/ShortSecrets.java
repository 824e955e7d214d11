package tako.server.delivery.run;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tako.platform.log.Level;

/**
 * Which sensitive values are too short to be hidden: replacing them everywhere would make the log unreadable. The log warns of it once;
 * names that become known later are mentioned. Safe for several threads.
 */
final class ShortSecrets {
    private final Set<String> told = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** What is to be said, of the task. */
    record Said(Level level, String text) {}

    /** What to say of these, if anything is new. */
    synchronized Optional<Said> tell(Collection<String> names) {
        boolean first = told.isEmpty();
        List<String> fresh = names.stream().filter(told::add).sorted().toList();
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(first ? Level.WARNING : Level.VERBOSE, sentence(String.join(", ", fresh))));
    }

    private static String sentence(String names) {
        return "Sensitive values of fewer than 4 characters are not hidden in this log: " + names
                + ". Use longer ones.";
    }
}
