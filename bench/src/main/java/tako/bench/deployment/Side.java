package tako.bench.deployment;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Waiting;
import tako.testbed.Access;
import tako.testbed.AuditEntry;
import tako.testbed.AuditLog;
import tako.testbed.Namespace;
import tako.testbed.TestCluster;

/**
 * Where one side deploys to: a namespace, and a service account of its own whose requests can be told from all others.
 *
 * @param token the account's
 * @param user how the audit log names it
 */
record Side(Namespace namespace, String token, String user) implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    static Side on(TestCluster cluster) {
        Namespace namespace = cluster.namespace();
        String account = namespace.serviceAccount(Access.NAMESPACE);
        return new Side(
                namespace,
                namespace.token(Access.NAMESPACE),
                "system:serviceaccount:" + namespace.name() + ":" + account);
    }

    String name() {
        return namespace.name();
    }

    /** Where the audit log ends now. */
    AuditLog.Mark mark() {
        return namespace.cluster().auditLog().mark();
    }

    /** How many requests this side has made since then; those of others and the looks of this class do not count. */
    long requestsSince(AuditLog.Mark mark) throws Exception {
        AuditLog log = namespace.cluster().auditLog();
        String last = "configmap/last-" + System.nanoTime();
        namespace.kubectl("get", last, "--ignore-not-found");
        Waiting.until(
                "the audit log has the last request",
                PAUSE,
                LONGEST,
                () -> log.since(mark).stream()
                        .anyMatch(entry -> entry.uri().contains(last.substring("configmap/".length()))));
        return log.since(mark).stream()
                .map(AuditEntry::user)
                .filter(user::equals)
                .count();
    }

    /** Every object is of this version, and the pod of the version before is gone. */
    void requireRunning(String version) throws Exception {
        List<String> versions = words("configmaps", "{.items[*].data.version}");
        Incorrect.unlessEqual("ConfigMaps of version " + version, Workload.CONFIG_MAPS, count(versions, version));
        String label = "{.items[*].spec.template.metadata.labels.version} {.items[*].status.updatedReplicas}"
                + " {.items[*].status.availableReplicas}";
        if (!words("deployments", label).equals(List.of(version, "1", "1"))) {
            throw new Incorrect("The Deployment is not up in version " + version + ": " + words("deployments", label));
        }
        Waiting.until(
                "only the pod of version " + version + " is left",
                PAUSE,
                LONGEST,
                () -> words("pods", "{.items[*].metadata.labels.version}").equals(List.of(version)));
    }

    /** What differs as soon as anything was changed. */
    List<String> state() {
        return Stream.concat(
                        words("configmaps", "{.items[*].metadata.resourceVersion}").stream(),
                        words("deployments", "{.items[*].metadata.generation}").stream())
                .toList();
    }

    private List<String> words(String kind, String path) {
        String said = namespace.kubectl("get", kind, "--selector=app=overhead", "--output=jsonpath=" + path);
        return List.of(said.strip().split("\\s+"));
    }

    private static long count(List<String> words, String wanted) {
        return words.stream().filter(wanted::equals).count();
    }

    @Override
    public void close() {
        namespace.close();
    }
}
