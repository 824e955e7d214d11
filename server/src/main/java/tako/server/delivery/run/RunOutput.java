package tako.server.delivery.run;

import tako.platform.log.Masking;
import tako.platform.secret.Secret;

/**
 * What an action has set for those after it.
 *
 * @param action the action's name
 * @param target the target's id, "" on the server
 * @param targetName as people know it
 * @param value what was set
 * @param sensitive whether it is never shown
 */
record RunOutput(String action, String target, String targetName, String name, Secret value, boolean sensitive) {
    /** Whether it takes the place of another one. */
    boolean replaces(RunOutput other) {
        return action.equals(other.action) && target.equals(other.target) && name.equalsIgnoreCase(other.name);
    }

    /** As it may be kept and shown: a value in which a secret stands is one itself, and no name shows any. */
    RunOutput keptBy(Masking mask) {
        return new RunOutput(
                action, target, targetName, mask.mask(name), value, sensitive || mask.isIn(value.reveal()));
    }
}
