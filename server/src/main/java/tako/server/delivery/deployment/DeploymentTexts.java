package tako.server.delivery.deployment;

import java.util.List;

/**
 * What templates make of a deployment. They are evaluated between the read that finds what they name and the write that queues the
 * deployment, never in a transaction.
 *
 * @param snapshots the frozen variables that they were evaluated with
 * @param changes the releases that the deployment brings
 * @param changesMarkdown the same, as the project words it
 * @param locks what it waits for: {@link ConcurrencyTag}
 */
record DeploymentTexts(List<String> snapshots, List<Change> changes, String changesMarkdown, List<String> locks) {
    /** Whether they still hold: a release may have taken its variables anew meanwhile. */
    boolean fit(Subject subject) {
        return snapshots.equals(subject.release().value().variableSnapshots());
    }
}
