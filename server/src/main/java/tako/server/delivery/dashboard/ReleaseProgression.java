package tako.server.delivery.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.library.lifecycle.PhaseEnvironment;
import tako.server.library.lifecycle.PhaseProgress;
import tako.server.library.lifecycle.ResolvedPhase;
import tools.jackson.databind.node.ObjectNode;

/** A release in the phases of its lifecycle. */
public record ReleaseProgression(
        List<PhaseLine> phases,
        List<String> nextDeployments,
        int nextDeploymentsMinimumRequired,
        Map<String, String> links) {

    /**
     * A phase.
     *
     * @param reasons why the release may not be deployed into it now, each a sentence; a member of ours
     */
    public record PhaseLine(
            String id,
            String name,
            boolean blocked,
            PhaseProgress.Progress progress,
            List<String> automaticDeploymentTargets,
            List<String> optionalDeploymentTargets,
            int minimumEnvironmentsBeforePromotion,
            boolean isOptionalPhase,
            boolean isPriorityPhase,
            List<PhaseDeployment> deployments,
            List<String> reasons) {

        /**
         * @param newest the release's newest deployment by environment
         * @param reasons why it may not be deployed into the phase now, each a sentence
         */
        static PhaseLine of(PhaseProgress phase, Map<String, PhaseDeployment> newest, List<String> reasons) {
            ResolvedPhase resolved = phase.phase();
            return new PhaseLine(
                    resolved.id(),
                    resolved.name(),
                    phase.blocked(),
                    phase.progress(),
                    ids(resolved.automatic()),
                    ids(resolved.manual()),
                    resolved.minimum(),
                    resolved.rules().optional(),
                    resolved.rules().priority(),
                    resolved.environments().stream()
                            .sorted(Comparator.comparing(PhaseEnvironment::id))
                            .flatMap(one -> Optional.ofNullable(newest.get(one.id())).stream())
                            .toList(),
                    reasons);
        }
    }

    /** A deployment to an environment of a phase. */
    public record PhaseDeployment(ObjectNode task, ObjectNode deployment) {}

    /** The ids of environments. */
    static List<String> ids(List<PhaseEnvironment> environments) {
        return environments.stream().map(PhaseEnvironment::id).toList();
    }
}
