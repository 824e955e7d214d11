package tako.server.projects.variable;

import java.util.Map;
import tako.platform.database.View;
import tako.platform.secret.Secret;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.NotForEnvironment;
import tako.server.resource.Stored;

/** What a deployment target adds to the variables of a step that runs for it: where it is and how one signs in there. */
@FunctionalInterface
public interface TargetVariables {
    /**
     * The variables of one target, as it is now.
     *
     * @throws NotForEnvironment when it signs in with what may not be used in one of its environments
     */
    Contribution of(View view, Stored<Machine> target);

    /**
     * Variables by name.
     *
     * @param plain those that anybody may see
     * @param secret those that nobody may
     */
    record Contribution(Map<String, String> plain, Map<String, Secret> secret) {
        /** Nothing. */
        public static final Contribution NONE = new Contribution(Map.of(), Map.of());

        public Contribution {
            plain = Map.copyOf(plain);
            secret = Map.copyOf(secret);
        }
    }
}
