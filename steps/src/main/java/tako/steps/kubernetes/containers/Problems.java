package tako.steps.kubernetes.containers;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;
import tako.server.delivery.step.RenderingRefused;

/** Collects what is wrong with a step, so that all of it is said at once, and what else is worth a line in the log. */
final class Problems {
    private static final int MOST = 50;

    private final SequencedSet<String> sentences = new LinkedHashSet<>();
    private final SequencedSet<String> notes = new LinkedHashSet<>();

    /** A sentence that says what is wrong, with the way out. Without secrets. */
    void add(String sentence) {
        sentences.add(sentence);
    }

    /** Says which names a list has more than once. */
    void addDoubles(Stream<String> names, String what, String where) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name))
                .forEach(name -> add("The " + what + " \"" + name + "\" is given twice" + where
                        + ". Remove or rename one of the two."));
    }

    /** What was noticed but stops nothing. Without secrets. */
    void note(String sentence) {
        notes.add(sentence);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Throws {@link RenderingRefused} if there is anything wrong. */
    void refuse() {
        if (!sentences.isEmpty()) {
            throw new RenderingRefused(bounded());
        }
    }

    private List<String> bounded() {
        int left = sentences.size() - MOST;
        return left <= 0
                ? List.copyOf(sentences)
                : Stream.concat(sentences.stream().limit(MOST), Stream.of("There are " + left + " more problems."))
                        .toList();
    }
}
