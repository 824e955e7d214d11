package tako.bench.deployment;

/** One way to bring a version of the workload to the cluster. */
interface Way {
    /** Makes ready what will be brought; no part of any figure. */
    void prepare(String version) throws Exception;

    /** Brings what was made ready, also again, and waits until it is up: for how many seconds. */
    double bring() throws Exception;
}
