package tako.server.settings.server;

import java.time.Duration;
import java.util.List;
import tako.platform.settings.Setting;
import tako.platform.settings.Settings;
import tako.platform.settings.ValueKind.Period;

/**
 * The settings of the domain, beside those of the platform.
 *
 * @param interruptionDeadline how long an intervention waits for an answer that has no time of its own
 */
public record ServerSettings(Duration interruptionDeadline) {
    private static final Setting<Duration> INTERRUPTION_DEADLINE = Setting.of(
            "interruptions.deadline",
            new Period(Duration.ofMinutes(1), Duration.ofDays(365)),
            "30d",
            "How long a manual intervention without a time of its own waits for an answer; then its deployment fails.");

    /** The table of these settings. */
    public static final List<Setting<?>> TABLE = List.of(INTERRUPTION_DEADLINE);

    /** Takes these settings out of all. */
    public static ServerSettings of(Settings settings) {
        return new ServerSettings(settings.get(INTERRUPTION_DEADLINE));
    }
}
