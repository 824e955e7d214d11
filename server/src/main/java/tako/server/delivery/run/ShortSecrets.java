package tako.server.delivery.run;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tako.platform.log.Level;

/**
 * Which sensitive values are too short to be hidden: replacing them everywhere would make the log unreadable. The log of a task warns of it
 * once, however often the task is resumed; names that become known later are mentioned. Safe for several threads.
 */
final class ShortSecrets {
    private static final String BEGIN = "Sensitive values of fewer than 4 characters are not hidden in this log: ";
    private static final String END = ". Use longer ones.";
    private static final String BETWEEN = ", ";

    private final SaidBefore before;
    private final Set<String> told = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private Optional<List<String>> earlier = Optional.empty();

    ShortSecrets(SaidBefore before) {
        this.before = before;
    }

    /** What is to be said, of the task. */
    record Said(Level level, String text) {}

    /** What to say of these names, as the log shows them, if anything is new. */
    synchronized Optional<Said> tell(Collection<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<String> written = earlier();
        boolean first = told.isEmpty() && written.isEmpty();
        List<String> fresh = names.stream()
                .filter(told::add)
                .filter(name -> written.stream().noneMatch(sentence -> names(sentence, name)))
                .sorted()
                .toList();
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(first ? Level.WARNING : Level.VERBOSE, sentence(fresh)));
    }

    /** Looked for only when there is something to say. */
    private List<String> earlier() {
        List<String> lines = earlier.orElseGet(() -> before.lines(BEGIN).stream()
                .filter(line -> line.startsWith(BEGIN) && line.endsWith(END))
                .toList());
        earlier = Optional.of(lines);
        return lines;
    }

    private static boolean names(String sentence, String name) {
        String listed = BETWEEN + sentence.substring(BEGIN.length(), sentence.length() - END.length()) + BETWEEN;
        return listed.toLowerCase(Locale.ROOT).contains((BETWEEN + name + BETWEEN).toLowerCase(Locale.ROOT));
    }

    private static String sentence(List<String> names) {
        return BEGIN + String.join(BETWEEN, names) + END;
    }
}
