package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.library.variableset.VariableScope;

/**
 * Why a variable has the value it has.
 *
 * @param winner the candidate that won; empty when none fits
 * @param verdicts every candidate, the strongest first, those that do not fit last
 */
public record Explanation(Optional<Candidate> winner, List<Verdict> verdicts) {
    /**
     * What became of a candidate.
     *
     * @param candidate the candidate
     * @param outcome whether it won
     * @param score how closely it fits; 0 when it does not
     * @param reason a sentence
     */
    public record Verdict(Candidate candidate, Outcome outcome, int score, String reason) {}

    /** Whether a candidate won. */
    public enum Outcome {
        /** Its value is used. */
        WON,
        /** It fits, and another fits more closely. */
        LOST,
        /** It fits as closely as the winner; only the order decided. */
        TIED,
        /** Its scope is for something else. */
        DOES_NOT_FIT
    }

    static Explanation of(List<Candidate> contenders, DeploymentScope deployment, ItemScope item) {
        List<Weighed> fitting = new ArrayList<>();
        List<Verdict> missing = new ArrayList<>();
        for (int position = 0; position < contenders.size(); position++) {
            Candidate candidate = contenders.get(position);
            List<Fit.Misses> misses = misses(candidate, deployment, item);
            if (misses.isEmpty()) {
                fitting.add(new Weighed(candidate, Fit.score(candidate, deployment, item), position));
            } else {
                missing.add(new Verdict(
                        candidate,
                        Outcome.DOES_NOT_FIT,
                        0,
                        "Does not apply: " + misses.getFirst().reason()));
            }
        }
        fitting.sort(Weighed.BY_STRENGTH.reversed());
        List<Verdict> verdicts = new ArrayList<>();
        fitting.forEach(weighed -> verdicts.add(verdict(weighed, fitting.getFirst())));
        verdicts.addAll(missing);
        return new Explanation(fitting.stream().map(Weighed::candidate).findFirst(), verdicts);
    }

    private static Verdict verdict(Weighed weighed, Weighed winner) {
        if (weighed.equals(winner)) {
            return new Verdict(
                    weighed.candidate(), Outcome.WON, weighed.score(), "Used: no other value fits more closely.");
        }
        String by = named(winner.candidate());
        if (weighed.score() < winner.score()) {
            return new Verdict(weighed.candidate(), Outcome.LOST, weighed.score(), lost(winner.candidate(), by));
        }
        boolean stronger = weighed.candidate().source() != winner.candidate().source();
        return new Verdict(
                weighed.candidate(),
                Outcome.TIED,
                weighed.score(),
                "Fits as closely as the value used (" + by + "), which "
                        + (stronger
                                ? "comes from the stronger source."
                                : "is defined later. Change one of the two scopes."));
    }

    private static String lost(Candidate winner, String by) {
        return switch (winner.source()) {
            case SYSTEM -> "The server sets this variable itself (" + by + "); nothing overrides it.";
            case PROMPT -> "Whoever deployed has answered; an answer beats every scope.";
            case TRIGGER -> "The trigger that started the deployment sets it.";
            case PARENT_DEPLOYMENT -> "The deployment that started this one passes it.";
            case DEFAULT, LIBRARY, PROJECT, TENANT, ACTION, OUTPUT -> "A closer value is used (" + by + ").";
        };
    }

    /** Of what the asker may not see, not even by what it is scoped. */
    private static String named(Candidate candidate) {
        String origin = candidate.origin().text();
        return candidate.isHidden() ? origin : origin + ", " + scope(candidate.scope());
    }

    private static String scope(VariableScope scope) {
        if (scope.dimensions().isEmpty()) {
            return "no scope";
        }
        return "scoped by " + String.join(", ", scope.dimensions().keySet());
    }

    private static List<Fit.Misses> misses(Candidate candidate, DeploymentScope deployment, ItemScope item) {
        List<Fit.Misses> misses = new ArrayList<>();
        for (Map.Entry<String, List<String>> scope :
                candidate.scope().dimensions().entrySet()) {
            if (Fit.judge(scope.getKey(), scope.getValue(), deployment, item) instanceof Fit.Misses miss) {
                misses.add(miss);
            }
        }
        misses.sort(Comparator.comparing(Fit.Misses::dimension));
        return misses;
    }
}
