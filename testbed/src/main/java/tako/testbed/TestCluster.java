package tako.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The machine's one-node Kubernetes cluster with its registry: an API server, a kubelet and pods that really run. All test runs on
 * the machine share it, so everything a test makes lies in a {@link Namespace} of its own. Needs root on Linux.
 */
public final class TestCluster {
    private static final int FIRST_FREE_NODE_PORT = 30_002;
    private static final int LAST_FREE_NODE_PORT = 30_085;

    private final Membership membership;

    /** One membership a process, given back when it ends. */
    private static final class Joined {
        static final TestCluster CLUSTER = new TestCluster(Membership.begin());
    }

    private TestCluster(Membership membership) {
        this.membership = membership;
    }

    /**
     * The cluster, started now if it does not run; it stays up while this process lives. The first time on a machine Kubernetes is
     * built, which takes minutes. Fails with what the scripts said when there can be no cluster here.
     */
    public static TestCluster join() {
        return Joined.CLUSTER;
    }

    /** The API server's address, for instance {@code https://10.250.0.2:6443}. */
    public URI api() {
        return URI.create("https://" + nodeAddress() + ":6443");
    }

    /** The certificate that signed the API server's, in PEM. The server's names are its addresses and the host's. */
    public String authority() {
        return pki("ca.crt");
    }

    /** The administrator's client certificate, in PEM. */
    public String clientCertificate() {
        return pki("admin.crt");
    }

    /** The private key of {@link #clientCertificate()}, in PEM. */
    public String clientKey() {
        return pki("admin.key");
    }

    /** The administrator's certificate and key as OpenSSL writes them to a PFX file; the password may be empty. */
    public byte[] clientPfx(String password) {
        Path folder = directory().resolve("pki");
        return Program.of(
                        "openssl",
                        "pkcs12",
                        "-export",
                        "-passout",
                        "pass:" + password,
                        "-in",
                        folder.resolve("admin.crt").toString(),
                        "-inkey",
                        folder.resolve("admin.key").toString())
                .bytes();
    }

    /** The administrator's kubeconfig file, with its certificates embedded. */
    public Path kubeconfig() {
        return directory().resolve("admin.kubeconfig");
    }

    /** The folder with a {@code kubectl} of the cluster's version. */
    public Path kubectlFolder() {
        return Path.of(membership.setting("K8S_BIN"));
    }

    /** The node's address, where node ports answer. */
    public String nodeAddress() {
        return membership.setting("NODE_IP");
    }

    /** This machine's address as the node and its pods see it: servers of tests listen there. */
    public String hostAddress() {
        return membership.setting("HOST_IP");
    }

    /** Host and port of the node's registry: plain HTTP, without credentials. */
    public String registry() {
        return nodeAddress() + ":5000";
    }

    /** What tests deploy, pushed to {@link #registry()} if it is not there yet. */
    public SampleImages images() {
        return SampleImages.push(this);
    }

    /** A new namespace with a random name. */
    public Namespace namespace() {
        Namespace namespace = namespaceToBeMade();
        kubectl("create", "namespace", namespace.name());
        return namespace;
    }

    /** A random name of a namespace that does not exist yet; what is made under it goes when the handle is closed. */
    public Namespace namespaceToBeMade() {
        return new Namespace(
                this, "test-" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36));
    }

    /** What {@code kubectl} of the administrator prints. Fails with what it says on its standard error. */
    public String kubectl(String... arguments) {
        return kubectlProgram(arguments).text();
    }

    /** What {@code kubectl} of a token's bearer prints. Fails with what it says on its standard error. */
    public String kubectlAs(String token, String... arguments) {
        return kubectlProgram(Stream.concat(
                                Stream.of(
                                        "--server=" + api(),
                                        "--certificate-authority=" + directory().resolve("pki/ca.crt"),
                                        "--token=" + token),
                                Stream.of(arguments))
                        .toArray(String[]::new))
                .with(Map.of("KUBECONFIG", "/dev/null"))
                .text();
    }

    /** Applies manifests, in YAML or JSON, with kubectl. */
    public void apply(String manifests) {
        kubectlProgram("apply", "-f", "-").reading(manifests).bytes();
    }

    /** An object as JSON. Fails if it does not exist. */
    public String get(String kind, String name, String namespace) {
        return kubectl("get", kind, name, "--namespace", namespace, "--output=json");
    }

    /** Whether there is such an object. */
    public boolean has(String kind, String name, String namespace) {
        return !kubectl("get", kind, name, "--namespace", namespace, "--ignore-not-found", "--output=name")
                .isBlank();
    }

    /** Requests that the API server has answered, but for those of the cluster's own programs. */
    public AuditLog auditLog() {
        return new AuditLog(Path.of(membership.setting("AUDIT_LOG")));
    }

    /** A node port that nobody has, of the range from which Kubernetes itself gives none. 30000 and 30001 are the tutorial's. */
    public int freeNodePort() {
        List<String> taken = List.of(
                kubectl("get", "services", "--all-namespaces", "--output=jsonpath={.items[*].spec.ports[*].nodePort}")
                        .split(" "));
        return ThreadLocalRandom.current()
                .ints(1_000, FIRST_FREE_NODE_PORT, LAST_FREE_NODE_PORT + 1)
                .filter(port -> !taken.contains(Integer.toString(port)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("All node ports for tests are taken: " + taken));
    }

    /**
     * Waits until no other test on this machine holds what has this name, and holds it: for what cannot have a random name, such as
     * the tutorial's node ports.
     */
    public MachineLock alone(String what) {
        return MachineLock.take(Path.of(directory() + "." + what + ".lock"));
    }

    /** Where the cluster keeps its state, logs and certificates. */
    Path directory() {
        return Path.of(membership.setting("K8S_DIR"));
    }

    private Program kubectlProgram(String... arguments) {
        String program = kubectlFolder().resolve("kubectl").toString();
        return Program.of(
                        Stream.concat(Stream.of(program), Stream.of(arguments)).toArray(String[]::new))
                .with(Map.of("KUBECONFIG", kubeconfig().toString()));
    }

    private String pki(String file) {
        try {
            return Files.readString(directory().resolve("pki").resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
