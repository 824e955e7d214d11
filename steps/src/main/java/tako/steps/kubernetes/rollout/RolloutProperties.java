package tako.steps.kubernetes.rollout;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How a step applies its objects and what it waits for, as the properties say it that all such steps share. */
public record RolloutProperties(Source source) {
    public static final String SERVER_SIDE = "Octopus.Action.Kubernetes.ServerSideApply.Enabled";
    public static final String FORCE = "Octopus.Action.Kubernetes.ServerSideApply.ForceConflicts";
    public static final String CHECK = "Octopus.Action.Kubernetes.ResourceStatusCheck";
    public static final String LIMIT = "Octopus.Action.Kubernetes.DeploymentTimeout";
    public static final String JOBS = "Octopus.Action.Kubernetes.WaitForJobs";

    private static final Duration STANDARD_LIMIT = Duration.ofMinutes(3);
    private static final long LONGEST_SECONDS = Duration.ofDays(365).toSeconds();

    /** Where a step has its properties. */
    public interface Source {
        /** A property after evaluation, without blanks around it: "" if it is written and says nothing, empty if it is absent. */
        Optional<String> value(String key);

        /**
         * It is not what it should be.
         *
         * @param expected for people: {@code a whole number}
         */
        void wrong(String key, String expected);
    }

    /** How objects are applied. */
    public ApplyOptions apply() {
        return new ApplyOptions(isOn(SERVER_SIDE, true), isOn(FORCE, true));
    }

    /**
     * The check of all objects.
     *
     * @param absent whether there is one when nothing says so
     */
    public StatusCheck check(boolean absent) {
        if (!isOn(CHECK, absent)) {
            return new StatusCheck.None();
        }
        var limit = source.value(LIMIT).isPresent() ? limit() : Optional.of(STANDARD_LIMIT);
        return new StatusCheck.Objects(limit, isOn(JOBS, false));
    }

    /** The step's own limit; absent, "" and 0 mean none. */
    public Optional<Duration> limit() {
        var text = source.value(LIMIT).filter(value -> !value.isEmpty());
        var seconds = text.filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .filter(value -> value <= LONGEST_SECONDS);
        if (text.isPresent() && seconds.isEmpty()) {
            source.wrong(LIMIT, "a whole number from 0 to " + LONGEST_SECONDS);
        }
        return seconds.filter(value -> value > 0).map(Duration::ofSeconds);
    }

    private boolean isOn(String key, boolean absent) {
        return switch (source.value(key).orElse("").toLowerCase(Locale.ROOT)) {
            case "" -> absent;
            case "true" -> true;
            case "false" -> false;
            default -> {
                source.wrong(key, "one of true, false");
                yield absent;
            }
        };
    }
}
