package tako.platform.settings;

import java.util.List;

/** The settings do not allow a start. Each problem is one sentence: what, why, what next. */
public final class SettingsRefused extends RuntimeException {
    private final List<String> problems;

    public SettingsRefused(List<String> problems) {
        super(String.join(System.lineSeparator(), problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public SettingsRefused(String problem) {
        this(List.of(problem));
    }

    /** The problems, at least one. */
    public List<String> problems() {
        return problems;
    }
}
