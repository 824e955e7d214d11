package tako.bench.deployment;

import java.util.List;
import tako.bench.harness.Incorrect;
import tako.testbed.AuditLog;

/** One half of a pair: a way to deploy, and where to. */
record Half(Side side, Way way) {
    /**
     * What was measured.
     *
     * @param changed seconds until the new version was up
     * @param requests to the API server for that
     * @param unchanged seconds for the same version once more
     */
    record Measured(double changed, long requests, double unchanged) {}

    /** Brings a version that is not there yet, then once more, when there is nothing to change. */
    Measured measure(String version) throws Exception {
        way.prepare(version);
        AuditLog.Mark mark = side.mark();
        double changed = way.bring();
        long requests = side.requestsSince(mark);
        side.requireRunning(version);
        List<String> before = side.state();
        double unchanged = way.bring();
        if (!side.state().equals(before)) {
            throw new Incorrect("Bringing version " + version + " once more has changed something");
        }
        return new Measured(changed, requests, unchanged);
    }
}
