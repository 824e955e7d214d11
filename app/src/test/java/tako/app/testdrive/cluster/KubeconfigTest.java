package tako.app.testdrive.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.app.testdrive.TestDriveRefused;
import tako.app.testdrive.cluster.ClusterConnection.Login;

/** Which cluster a kubeconfig means and as whom, and why one cannot be used. */
class KubeconfigTest {
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
    private static final String KEY = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n";
    private static final String SERVER = "server: https://10.0.0.1:6443";

    @TempDir
    Path folder;

    @Test
    void theCurrentContextNamesClusterAndUser() throws IOException {
        ClusterConnection connection = read(config(SERVER, "token: abc"));

        assertThat(connection.server()).isEqualTo(URI.create("https://10.0.0.1:6443"));
        assertThat(connection.authority()).isEmpty();
        assertThat(connection.skipTlsVerification()).isFalse();
        assertThat(token(connection)).isEqualTo("abc");
    }

    @Test
    void anotherContextIsChosenByName() throws IOException {
        String two = config(SERVER, "token: abc") + """
                - name: other
                  context: {cluster: one, user: nobody}
                """;

        assertThat(token(Kubeconfig.connection(file(two), Optional.of("main")))).isEqualTo("abc");
        assertRefused(two, Optional.of("other"), "The kubeconfig has no user 'nobody'; it has me.");
        assertRefused(two, Optional.of("third"), "no context 'third'; it has main, other.");
        assertRefused(
                two.replace("current-context: main", "current-context: ''"),
                Optional.empty(),
                "Choose one with --context NAME: main, other.");
    }

    @Test
    void certificatesAreDataOrFilesBesideTheKubeconfig() throws IOException {
        Files.writeString(folder.resolve("me.crt"), CERTIFICATE);
        Files.writeString(folder.resolve("me.key"), KEY);
        String files = "client-certificate: me.crt, client-key: me.key";
        String data = "client-certificate-data: " + base64(CERTIFICATE) + ", client-key-data: " + base64(KEY);

        assertThat(certificate(read(config(SERVER, files)))).isEqualTo(CERTIFICATE + KEY);
        assertThat(certificate(read(config(SERVER, data)))).isEqualTo(CERTIFICATE + KEY);
    }

    @Test
    void theAuthorityIsDataOrAFileToo() throws IOException {
        Files.writeString(folder.resolve("ca.crt"), CERTIFICATE);

        assertThat(read(config(SERVER + ", certificate-authority: ca.crt", "token: a"))
                        .authority())
                .contains(CERTIFICATE);
        assertThat(read(config(SERVER + ", certificate-authority-data: " + base64(CERTIFICATE), "token: a"))
                        .authority())
                .contains(CERTIFICATE);
    }

    @Test
    void verificationCanBeSkipped() throws IOException {
        assertThat(read(config(SERVER + ", insecure-skip-tls-verify: true", "token: a"))
                        .skipTlsVerification())
                .isTrue();
    }

    @Test
    void aTokenFileIsNewerThanTheTokenBesideIt() throws IOException {
        Files.writeString(folder.resolve("token"), "from the file\n");

        assertThat(token(read(config(SERVER, "token: old, tokenFile: token")))).isEqualTo("from the file");
    }

    @Test
    void aUserNameGoesWithAPassword() throws IOException {
        var login = read(config(SERVER, "username: me, password: secret")).login();

        assertThat(login).isInstanceOfSatisfying(Login.Password.class, password -> {
            assertThat(password.username()).isEqualTo("me");
            assertThat(password.password().reveal()).isEqualTo("secret");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exec: {command: aws, args: [eks, get-token]}      | signs in by the program 'aws' (exec)
            auth-provider: {name: gcp}                        | signs in by the auth-provider 'gcp'
            token: a, as: somebody                            | has the member as, which a target
            username: me                                      | The user 'me' of the kubeconfig has no password.
            client-certificate: me.crt                        | The client-certificate
            client-certificate-data: '*'                      | has a client-certificate-data that is no base64.
            client-certificate-data: YWJj                     | has a client-certificate that is no PEM.
            tokenFile: nowhere                                | cannot be read (NoSuchFileException)
            ''                                                | has nothing to sign in with
            """)
    void aUserThatAServerCannotBeIsRefusedByName(String user, String sentence) throws IOException {
        assertRefused(config(SERVER, user), Optional.empty(), sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                       | The cluster 'one' of the kubeconfig has no server.
            server: 10.0.0.1                                         | the server '10.0.0.1', which is no address.
            server: 'ftp://10.0.0.1'                                 | which is no address.
            server: 'https://a.example.org', proxy-url: 'http://b'   | has the member proxy-url
            server: 'https://a.example.org', tls-server-name: c      | has the member tls-server-name
            """)
    void aClusterThatATargetCannotBeIsRefused(String cluster, String sentence) throws IOException {
        assertRefused(config(cluster, "token: a"), Optional.empty(), sentence);
    }

    @Test
    void whatIsNoKubeconfigIsRefusedWithoutBeingShown() throws IOException {
        assertRefused("hello", Optional.empty(), "is no kubeconfig: it has no list 'clusters'");
        assertRefused("", Optional.empty(), "is no kubeconfig");
        assertRefused("clusters: [\n  token: 'sesame\n", Optional.empty(), "is no YAML from line");
        assertRefused("x".repeat((1 << 20) + 1), Optional.empty(), "is longer than 1 MiB");
        assertThatThrownBy(() -> Kubeconfig.connection(folder.resolve("absent"), Optional.empty()))
                .isInstanceOf(TestDriveRefused.class)
                .hasMessageContaining("absent cannot be read (NoSuchFileException)");
    }

    private static String config(String cluster, String user) {
        return """
                apiVersion: v1
                kind: Config
                current-context: main
                clusters:
                - name: one
                  cluster: {%s}
                users:
                - name: me
                  user: {%s}
                contexts:
                - name: main
                  context: {cluster: one, user: me}
                """.formatted(cluster, user);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("kubeconfig"), text);
    }

    private ClusterConnection read(String text) throws IOException {
        return Kubeconfig.connection(file(text), Optional.empty());
    }

    private void assertRefused(String text, Optional<String> context, String sentence) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> Kubeconfig.connection(file, context))
                .isInstanceOf(TestDriveRefused.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("sesame")
                .endsWith(".");
    }

    private static String token(ClusterConnection connection) {
        return ((Login.Token) connection.login()).token().reveal();
    }

    private static String certificate(ClusterConnection connection) {
        return ((Login.ClientCertificate) connection.login()).pem().reveal();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
