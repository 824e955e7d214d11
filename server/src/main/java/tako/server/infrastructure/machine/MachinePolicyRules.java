package tako.server.infrastructure.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold for a machine policy. */
final class MachinePolicyRules {
    private static final String INTERVAL = "HealthCheckInterval";
    private static final String CRON = "HealthCheckCron";
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private MachinePolicyRules() {}

    static List<String> problems(MachinePolicy policy) {
        var problems = new ArrayList<>(spans(policy));
        String cron = policy.healthCheck(CRON);
        if (!cron.isEmpty()) {
            problems.add(MachinePolicy.HEALTH_CHECK + "." + CRON + ": '" + cron
                    + "': this version of the server does not check by cron expressions. Send an interval in "
                    + INTERVAL + ", e.g. \"01:00:00\", or neither for no checks.");
        }
        policy.checkInterval()
                .filter(interval -> interval.compareTo(SHORTEST) < 0)
                .ifPresent(interval -> problems.add(MachinePolicy.HEALTH_CHECK + "." + INTERVAL + ": '"
                        + TimeSpan.text(interval) + "' is shorter than a minute. Send at least \"00:01:00\"."));
        return problems;
    }

    /** Time spans that clients can read: Go's reads fixed positions. */
    private static List<String> spans(MachinePolicy policy) {
        Map<String, String> spans = new LinkedHashMap<>();
        spans.put("ConnectionConnectTimeout", policy.connectionConnectTimeout());
        spans.put("ConnectionRetrySleepInterval", policy.connectionRetrySleepInterval());
        spans.put("ConnectionRetryTimeLimit", policy.connectionRetryTimeLimit());
        spans.put("PollingRequestQueueTimeout", policy.pollingRequestQueueTimeout());
        spans.put(
                "PollingRequestMaximumMessageProcessingTimeout",
                policy.pollingRequestMaximumMessageProcessingTimeout());
        String interval = policy.healthCheck(INTERVAL);
        if (!interval.isEmpty()) {
            spans.put(MachinePolicy.HEALTH_CHECK + "." + INTERVAL, interval);
        }
        return spans.entrySet().stream()
                .filter(span -> TimeSpan.parse(span.getValue()).isEmpty())
                .map(span -> span.getKey() + ": '" + span.getValue()
                        + "' is no time span. Send hours, minutes and seconds, e.g. \"00:05:00\".")
                .toList();
    }
}
