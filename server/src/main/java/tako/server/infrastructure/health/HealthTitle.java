package tako.server.infrastructure.health;

import java.util.List;
import java.util.Optional;

/** What people read of a health task. */
final class HealthTitle {
    private HealthTitle() {}

    /**
     * The description of a task.
     *
     * @param names of the targets that it checks
     * @param environment the name of the environment that was asked for
     */
    static String of(List<String> names, Optional<String> environment) {
        String where = environment.map(name -> " in " + name).orElse("");
        return names.size() == 1
                ? "Check deployment target health: " + names.getFirst()
                : "Check deployment target health: " + names.size() + " targets" + where;
    }
}
