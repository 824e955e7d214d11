package tako.octostache;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the evaluation of one template has written so far. */
final class Output {
    private final Budget budget;
    private final Findings findings;
    private final @Nullable Value holder;
    private final StringBuilder text;
    private boolean absent;

    private Output(Budget budget, Findings findings, @Nullable Value holder, StringBuilder text) {
        this.budget = budget;
        this.findings = findings;
        this.holder = holder;
        this.text = text;
    }

    /** For the outermost template, which may come to about so many units. */
    static Output of(Budget budget, Findings findings, int length) {
        return new Output(budget, findings, null, new StringBuilder(length));
    }

    /** For an option inside this template: a text of its own. */
    Output nested() {
        return new Output(budget, findings, holder, new StringBuilder());
    }

    /** For a value that is mentioned in this template: a text of its own. */
    Output nested(Value value) {
        return new Output(budget, findings, value, new StringBuilder());
    }

    /** For a value that is evaluated for one of its parts: the rest of it is nobody's concern. */
    Output aside() {
        return new Output(budget, new Findings(), holder, new StringBuilder());
    }

    /** The evaluation has come to this place of the template that is written here. */
    void moveTo(int offset) {
        if (holder == null) {
            findings.moveTo(offset);
        }
    }

    Findings findings() {
        return findings;
    }

    void write(String piece) {
        budget.write(piece.length());
        text.append(piece);
    }

    void unresolved(String expression) {
        findings.unresolved(expression, holder == null ? Optional.empty() : holder.variable());
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
}
