package tako.server.delivery.run;

/**
 * Names a work item in its run: an action of a step, for a target.
 *
 * @param step the step's position, from 0
 * @param action the action's position in the step, from 0
 * @param target the target's id, "" when it runs once on the server
 */
record ItemId(int step, int action, String target) {
    /** The text by which rows, locks and executions know it: {@code 1.2/Machines-3}, counted from 1. */
    String key() {
        return (step + 1) + "." + (action + 1) + (target.isEmpty() ? "" : "/" + target);
    }
}
