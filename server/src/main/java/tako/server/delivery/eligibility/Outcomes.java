package tako.server.delivery.eligibility;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tako.platform.task.TaskState;
import tako.server.delivery.release.DeliveryTask;
import tako.server.library.lifecycle.EnvironmentOutcome;

/** What became of a release in each environment. */
final class Outcomes {
    private Outcomes() {}

    /** The outcomes by environment, of every deployment of one release. */
    static Map<String, EnvironmentOutcome> of(List<DeliveryTask> deliveries) {
        return deliveries.stream()
                .collect(Collectors.groupingBy(
                        one -> one.delivery().environment(),
                        Collectors.collectingAndThen(Collectors.toList(), Outcomes::outcome)));
    }

    private static EnvironmentOutcome outcome(List<DeliveryTask> here) {
        boolean latestSucceeded = here.stream()
                .filter(Outcomes::ranToItsEnd)
                .max(Comparator.comparingLong(one -> one.delivery().number()))
                .filter(Outcomes::succeeded)
                .isPresent();
        return new EnvironmentOutcome(true, latestSucceeded, here.stream().anyMatch(Outcomes::succeeded));
    }

    /** What was given up before it started has touched nothing: it says nothing of what stands there. */
    private static boolean ranToItsEnd(DeliveryTask one) {
        return one.task().state().ended() && one.task().startedAt().isPresent();
    }

    private static boolean succeeded(DeliveryTask one) {
        return one.task().state() == TaskState.SUCCESS;
    }
}
