package tako.octostache;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the evaluation of one template has written so far, and what it could not resolve. */
final class Output {
    private final Budget budget;
    private final Set<String> unresolved;
    private final StringBuilder text = new StringBuilder();
    private boolean absent;

    Output(Budget budget) {
        this(budget, new LinkedHashSet<>());
    }

    private Output(Budget budget, Set<String> unresolved) {
        this.budget = budget;
        this.unresolved = unresolved;
    }

    /** For a template inside this one: a text of its own, but what it cannot resolve is told here. */
    Output nested() {
        return new Output(budget, unresolved);
    }

    void write(String piece) {
        budget.write(piece.length());
        text.append(piece);
    }

    void unresolved(String expression) {
        unresolved.add(expression);
    }

    void makeAbsent() {
        absent = true;
    }

    boolean isAbsent() {
        return absent;
    }

    String text() {
        return text.toString();
    }

    Evaluation evaluation() {
        return new Evaluation(
                absent ? Optional.empty() : Optional.of(text()), List.copyOf(unresolved), Optional.empty());
    }
}
