package tako.bench.deployment;

import tako.bench.harness.CannotRun;
import tako.testbed.TestCluster;

/** The machine's test cluster, where there can be one. */
final class JoinedCluster {
    private JoinedCluster() {}

    /** Joins it, which starts it where it does not run. */
    static TestCluster join() {
        if (!isRootOnLinux()) {
            throw new CannotRun("It needs the test cluster, and so root on Linux. Run it there as root.");
        }
        try {
            return TestCluster.join();
        } catch (RuntimeException | ExceptionInInitializerError e) {
            throw new CannotRun("The test cluster did not start: " + cause(e));
        }
    }

    private static boolean isRootOnLinux() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("user.name").equals("root");
    }

    private static String cause(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).strip();
    }
}
