package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.octostache.Evaluation;
import tako.octostache.Read;
import tako.octostache.Trace;
import tako.server.library.variableset.VariableScope;
import tako.server.projects.variable.Explanation.Outcome;
import tako.server.projects.variable.Explanation.Verdict;
import tako.server.projects.variable.VariableAnswer.Entry;
import tako.server.projects.variable.VariableAnswer.Nested;
import tako.server.projects.variable.VariableAnswer.Rank;

/** Tells why a variable has its value, of what was resolved. Pure. */
final class Answering {
    /** How many of the variables that a value was made of are shown. */
    static final int MOST_NESTED = 200;

    private final ProjectCandidates.Field field;
    private final ScopeTexts scopes;
    private final AnswerBudget budget;
    private final Evaluated evaluated;

    Answering(ProjectCandidates.Field field, ScopeTexts scopes, AnswerBudget budget) {
        this.budget = budget;
        this.field = field;
        this.scopes = scopes;
        this.evaluated = Evaluated.of(field.resolution());
    }

    VariableAnswer of(String name) {
        Explanation explanation = field.resolution().explain(name);
        Optional<Candidate> winner = explanation.winner();
        Optional<Trace> trace =
                winner.filter(candidate -> !candidate.isSensitive()).flatMap(this::trace);
        List<Read> reads = reads(name, trace);
        List<Nested> nested =
                reads.stream().limit(MOST_NESTED).map(this::nested).toList();
        return new VariableAnswer(
                winner.map(Candidate::name).orElseGet(name::strip),
                trace.map(made -> made.evaluation().text()),
                winner.filter(Candidate::isSensitive).isPresent(),
                winner.flatMap(Answering::template),
                winner.flatMap(candidate -> candidate.origin().variableId()),
                explanation.verdicts().stream().map(this::entry).toList(),
                nested,
                trace.map(Trace::evaluation).flatMap(Evaluation::complaint),
                note(name, winner, reads.size()),
                winner.isPresent() ? List.of() : NearNames.to(name, names()));
    }

    private Optional<Trace> trace(Candidate candidate) {
        return evaluated.trace(Evaluated.shown(candidate), budget);
    }

    private static Optional<String> template(Candidate candidate) {
        return candidate.isSensitive() ? Optional.empty() : Optional.of(Evaluated.shown(candidate));
    }

    private Entry entry(Verdict verdict) {
        Candidate candidate = verdict.candidate();
        if (candidate.isHidden()) {
            return hidden(verdict);
        }
        return new Entry(
                candidate.origin().variableId().orElse(""),
                candidate.origin().owner(),
                candidate.origin().text(),
                candidate.source(),
                template(candidate),
                candidate.isSensitive(),
                candidate.scope(),
                scopes.of(candidate.scope()),
                verdict.outcome(),
                verdict.score(),
                verdict.reason(),
                ranks(candidate));
    }

    /** Where it is meant for is not told. */
    private static Entry hidden(Verdict verdict) {
        Candidate candidate = verdict.candidate();
        return new Entry(
                "",
                "",
                candidate.origin().text(),
                candidate.source(),
                Optional.empty(),
                true,
                VariableScope.EVERYTHING,
                "",
                verdict.outcome(),
                0,
                verdict.outcome() == Outcome.DOES_NOT_FIT ? "Does not apply here." : verdict.reason(),
                List.of());
    }

    private List<Rank> ranks(Candidate candidate) {
        List<Rank> ranks = new ArrayList<>();
        candidate.scope().dimensions().forEach((dimension, values) -> {
            Fit fit = Fit.judge(
                    dimension,
                    values,
                    field.situation().deployment(),
                    field.situation().item());
            ranks.add(
                    fit instanceof Fit.Fits fits
                            ? new Rank(dimension, true, fits.score())
                            : new Rank(dimension, false, 0));
        });
        return ranks;
    }

    private static List<Read> reads(String name, Optional<Trace> trace) {
        return trace.stream()
                .flatMap(made -> made.reads().stream())
                .filter(read -> !Candidate.key(read.name()).equals(Candidate.key(name)))
                .toList();
    }

    private Nested nested(Read read) {
        Optional<Candidate> winner = winner(read.name());
        boolean sensitive = winner.filter(Candidate::isSensitive).isPresent();
        Optional<String> value = sensitive
                ? Optional.empty()
                : evaluated
                        .trace(read.template(), budget)
                        .map(made -> made.evaluation().text());
        return new Nested(
                read.name(),
                sensitive ? Optional.empty() : Optional.of(read.template()),
                value,
                sensitive,
                winner.map(candidate -> candidate.origin().text()).orElse(""),
                winner.filter(candidate -> !candidate.isHidden())
                        .map(candidate -> scopes.of(candidate.scope()))
                        .orElse(""));
    }

    /** The variable that was read: of this name, or of the beginning of the path where it leads into a value. */
    private Optional<Candidate> winner(String path) {
        String name = path;
        while (!name.isEmpty()) {
            Optional<Candidate> found = field.resolution().winner(name);
            if (found.isPresent()) {
                return found;
            }
            name = name.substring(0, Math.max(0, Math.max(name.lastIndexOf('.'), name.lastIndexOf('['))));
        }
        return Optional.empty();
    }

    private Optional<String> note(String name, Optional<Candidate> winner, int reads) {
        List<String> notes = new ArrayList<>();
        if (winner.isEmpty()) {
            notes.add(without(name));
        }
        if (reads > MOST_NESTED) {
            notes.add("The value is made of " + reads + " variables; the first " + MOST_NESTED + " are shown.");
        }
        if (budget.exceeded()) {
            notes.add("Not all of it was evaluated: it took too long, or became too large, for an answer.");
        }
        if (field.duplicates().stream().anyMatch(name.strip()::equalsIgnoreCase)) {
            notes.add("Several values of this name fit equally well in the same place; the one defined last counts. "
                    + "Change or remove one.");
        }
        return Optional.of(String.join(" ", notes)).filter(note -> !note.isEmpty());
    }

    private static String without(String name) {
        return SystemNames.when(name)
                .map(when -> switch (when) {
                    case DEPLOYMENT, RUN -> "The server sets it. Known when a deployment runs.";
                    case SWITCH -> "Nobody has set it. It is a switch that the server reads.";
                })
                .orElse("There is no value of this name here.");
    }

    private Collection<String> names() {
        return Stream.concat(
                        field.resolution().winners().stream()
                                .filter(candidate -> !candidate.isHidden())
                                .map(Candidate::name),
                        SystemNames.plain().stream())
                .toList();
    }
}
