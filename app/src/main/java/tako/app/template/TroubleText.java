package tako.app.template;

import java.util.List;
import tako.octostache.Evaluation;
import tako.octostache.Trouble;

/** What is wrong with a template, for people. */
public final class TroubleText {
    private TroubleText() {}

    /** A line for each place, as {@code LINE:COLUMN: MESSAGE}; none if all was resolved. */
    public static List<String> of(Evaluation evaluation) {
        return evaluation.troubles().stream()
                .map(trouble -> trouble.line() + ":" + trouble.column() + ": " + what(trouble, evaluation))
                .toList();
    }

    private static String what(Trouble trouble, Evaluation evaluation) {
        String in = trouble.variable().map(name -> ", in the value of " + name).orElse("");
        return evaluation.failure().isPresent() ? trouble.what() + in : "there is no value for " + trouble.what() + in;
    }
}
