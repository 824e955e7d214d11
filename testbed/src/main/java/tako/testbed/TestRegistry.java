package tako.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A registry of one test: a real one, empty at first, on this machine's end of the cluster's network, where the test's server and
 * pods reach it under one address. Pods can pull from it; one behind TLS is known to the node by its authority.
 */
public final class TestRegistry implements AutoCloseable {
    /** Who may read and write, where credentials are asked for. */
    public static final String USER = "puller";

    /** The password of {@link #USER}. */
    public static final String PASSWORD = "s3cret pass";

    private final TestCluster cluster;
    private final RegistryKind kind;
    private final RegistryFiles files;
    private final Optional<TokenServer> tokens;
    private final ServerProgram program;
    private final String address;

    private TestRegistry(TestCluster cluster, RegistryKind kind) {
        this.cluster = cluster;
        this.kind = kind;
        files = RegistryFiles.make(cluster.hostAddress());
        tokens = kind.usesTokens()
                ? Optional.of(TokenServer.start(cluster.hostAddress(), files.authority(), kind))
                : Optional.empty();
        program = ServerProgram.start(
                "docker-registry", "serve", files.configuration(kind, tokens).toString());
        address = cluster.hostAddress() + ":" + program.awaitLine("listening on [^ ]*:(\\d+)");
        tellNode();
    }

    /** Plain HTTP, without credentials. */
    public static TestRegistry plain(TestCluster cluster) {
        return new TestRegistry(cluster, RegistryKind.PLAIN);
    }

    /** TLS by an authority of its own, and basic authentication. */
    public static TestRegistry withBasicAuthentication(TestCluster cluster) {
        return new TestRegistry(cluster, RegistryKind.BASIC);
    }

    /** TLS, and bearer tokens that a token server gives to those who have credentials. */
    public static TestRegistry withTokens(TestCluster cluster) {
        return new TestRegistry(cluster, RegistryKind.TOKENS);
    }

    /** TLS, and bearer tokens that a token server gives to everybody for pulling, as public registries do. */
    public static TestRegistry withAnonymousTokens(TestCluster cluster) {
        return new TestRegistry(cluster, RegistryKind.ANONYMOUS_TOKENS);
    }

    /** Host and port. */
    public String address() {
        return address;
    }

    /** Its address as a URL: {@code http} or {@code https}. */
    public URI url() {
        return URI.create((kind.isPlain() ? "http://" : "https://") + address);
    }

    /** The certificate of the authority that signed its own, and its token server's, in PEM. */
    public String authority() {
        return files.authority().certificate();
    }

    /** Copies an image of the cluster's registry to here, for instance {@code hello:1} to {@code team/hello:1.0}. */
    public void push(String image, String name) {
        cluster.images();
        List<String> credentials = kind.isPlain() ? List.of() : List.of("--dest-creds", USER + ":" + PASSWORD);
        Stream<String> words = Stream.of(
                        List.of("skopeo", "--insecure-policy", "copy", "-q", "--src-tls-verify=false"),
                        kind.isPlain()
                                ? List.of("--dest-tls-verify=false")
                                : List.of("--dest-cert-dir", files.trusted().toString()),
                        credentials,
                        List.of("docker://" + cluster.registry() + "/" + image, "docker://" + address + "/" + name))
                .flatMap(List::stream);
        Program.of(words.toArray(String[]::new)).bytes();
    }

    /** Ends it; what was pushed is gone. */
    @Override
    public void close() {
        program.close();
        tokens.ifPresent(TokenServer::close);
        files.close();
        Folders.delete(nodesFolder());
    }

    private Path nodesFolder() {
        return cluster.directory().resolve("certs.d").resolve(address);
    }

    private void tellNode() {
        try {
            Files.createDirectories(nodesFolder());
            Path known = Files.writeString(nodesFolder().resolve("authority.pem"), authority());
            String trust = kind.isPlain() ? "" : "  ca = \"" + known + "\"\n";
            Files.writeString(
                    nodesFolder().resolve("hosts.toml"),
                    "server = \"%1$s\"\n[host.\"%1$s\"]\n  capabilities = [\"pull\", \"resolve\"]\n%2$s"
                            .formatted(url(), trust));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
