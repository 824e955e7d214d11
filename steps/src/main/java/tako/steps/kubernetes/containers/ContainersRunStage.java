package tako.steps.kubernetes.containers;

/** The stages of the step in their order; one that fails stops those behind it. */
enum ContainersRunStage {
    /** Feed secrets, config map, secrets, custom resources. */
    PARTS,
    WORKLOAD,
    /** The workload's own rollout, before traffic goes to it. */
    ROLLOUT,
    SERVICE,
    INGRESS,
    /** The check of all objects. */
    CHECK,
    /** What earlier deployments left behind. */
    CLEAN_UP;

    boolean isBefore(ContainersRunStage other) {
        return compareTo(other) < 0;
    }
}
