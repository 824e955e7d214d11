package tako.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mail server of one test: Debian's Exim on this machine, with a certificate of an authority of its own. It takes mail of those who have
 * signed in, which nobody can without TLS, for everybody but {@code nobody@}, and keeps it in files. Needs root.
 */
public final class TestMailServer implements AutoCloseable {
    /** Who may send. */
    public static final String USER = "tako";

    /** The password of {@link #USER}. */
    public static final String PASSWORD = "s3cret pass";

    /** Its address: its certificate is for that. */
    public static final String HOST = "127.0.0.1";

    @SuppressWarnings("InlineFormatString") // the whole file is read in one piece
    private static final String CONFIGURATION = """
            primary_hostname = mail.example.org
            spool_directory = %1$s/spool
            log_file_path = %1$s/log/%%slog
            pid_file_path = %1$s/log/pid
            local_interfaces = 127.0.0.1
            keep_environment =
            host_lookup =
            rfc1413_query_timeout = 0s
            tls_advertise_hosts = *
            tls_certificate = %1$s/server.crt
            tls_privatekey = %1$s/server.key
            tls_on_connect_ports = %2$d
            auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
            acl_smtp_rcpt = recipients
            begin acl
            recipients:
              deny    !authenticated = *
                      message = sign in first
              deny    local_parts = nobody
                      message = no such user here
              accept
            begin routers
            everybody:
              driver = accept
              transport = inbox
            begin transports
            inbox:
              driver = appendfile
              directory = %1$s/inbox
              maildir_format
              user = Debian-exim
              envelope_to_add
            begin authenticators
            plain:
              driver = plaintext
              public_name = PLAIN
              server_prompts = :
              server_condition = ${if and{{eq{$auth2}{%3$s}}{eq{$auth3}{%4$s}}}}
              server_set_id = $auth2
            """;

    private final Path folder = Folders.temporary("tako-mail-");
    private final TestAuthority authority = TestAuthority.named("Tako's mail test");
    private final int port = freePort();
    private final int tlsPort = freePort();
    private final ServerProgram program;

    private TestMailServer() {
        try {
            prepare();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        program = ServerProgram.start(
                Scripts.path("mail.sh"), folder.toString(), String.valueOf(port), String.valueOf(tlsPort));
        program.awaitLine("(daemon started)");
    }

    /** Installs it if need be, and starts it. */
    public static TestMailServer start() {
        return new TestMailServer();
    }

    /** Where connections turn to TLS by STARTTLS. */
    public int port() {
        return port;
    }

    /** Where connections are TLS from the first byte. */
    public int tlsPort() {
        return tlsPort;
    }

    /** The certificate of the authority that signed its own, in PEM. */
    public String authority() {
        return authority.certificate();
    }

    /** The mails that were delivered so far, whole, one for each recipient, who is named in {@code Envelope-to}. */
    public List<String> mails() {
        Path delivered = folder.resolve("inbox").resolve("new");
        if (!Files.exists(delivered)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(delivered)) {
            return files.sorted().map(TestMailServer::text).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Exim gives up root for a user of its own, who must get at everything. */
    private void prepare() throws IOException {
        open(folder);
        for (String name : List.of("spool", "log", "inbox")) {
            open(Files.createDirectory(folder.resolve(name)));
        }
        TestAuthority.KeyPairFiles own = authority.server(HOST);
        copy(own.certificate(), "server.crt");
        copy(own.key(), "server.key");
        Files.writeString(folder.resolve("exim.conf"), CONFIGURATION.formatted(folder, tlsPort, USER, PASSWORD));
    }

    private void copy(Path file, String name) throws IOException {
        open(Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING));
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, EnumSet.allOf(PosixFilePermission.class));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        program.close();
        authority.close();
        Folders.delete(folder);
    }
}
