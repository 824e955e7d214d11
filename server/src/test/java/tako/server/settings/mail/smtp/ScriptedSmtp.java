package tako.server.settings.mail.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import tako.server.library.certificate.TestCertificates;

/** A mail server that says what a test wants, or nothing at all. */
public final class ScriptedSmtp implements AutoCloseable {
    /** It never answers this. */
    public static final String HANG = "HANG";
    /** It closes the connection in place of an answer. */
    public static final String DROP = "DROP";
    /** Its answer never ends: a byte now and then. */
    public static final String DRIP = "DRIP";
    /** The moment of connecting, before any command. */
    public static final String GREETING = "GREETING";
    /** The moment after a whole mail. */
    public static final String MAIL = ".";

    private final ServerSocket listener;
    private final Optional<SSLContext> tls;
    private final boolean implicit;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** What was said, in order. */
    public final List<String> commands = new CopyOnWriteArrayList<>();
    /** Mails that were taken over, whole. */
    public final List<Taken> taken = new CopyOnWriteArrayList<>();

    /** A mail with those it is for. */
    public record Taken(List<String> recipients, String text) {}

    private ScriptedSmtp(ServerSocket listener, Optional<SSLContext> tls, boolean implicit) {
        this.listener = listener;
        this.tls = tls;
        this.implicit = implicit;
        answers.put(GREETING, "220 scripted.example.org");
        answers.put("EHLO", "250-scripted.example.org\n250 8BITMIME");
        answers.put("DATA", "354 go on");
        answers.put(MAIL, "250 2.0.0 taken as 4711");
        answers.put("QUIT", "221 bye");
    }

    /** Starts one on a free port of this machine. */
    public static ScriptedSmtp start() {
        return start(Optional.empty(), false);
    }

    /** One that turns to TLS when asked to. */
    public static ScriptedSmtp startTls(TestCertificates.Made certificate) {
        return start(Optional.of(context(certificate)), false)
                .answer("EHLO", "250-scripted.example.org\n250 STARTTLS")
                .answer("STARTTLS", "220 2.0.0 go ahead");
    }

    /** One that speaks TLS from the first byte. */
    public static ScriptedSmtp implicitTls(TestCertificates.Made certificate) {
        return start(Optional.of(context(certificate)), true);
    }

    private static ScriptedSmtp start(Optional<SSLContext> tls, boolean implicit) {
        try {
            ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            ScriptedSmtp server = new ScriptedSmtp(listener, tls, implicit);
            Thread.ofVirtual().start(server::accept);
            return server;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static SSLContext context(TestCertificates.Made certificate) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] password = "changeit".toCharArray();
            store.setKeyEntry(
                    "server", certificate.keys().getPrivate(), password, new Certificate[] {certificate.certificate()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** Answers a command so from now on: a verb such as {@code DATA}, or a whole command such as {@code RCPT TO:<bob@example.org>}. */
    public ScriptedSmtp answer(String command, String reply) {
        answers.put(command.toUpperCase(Locale.ROOT), reply);
        return this;
    }

    /** Answers a command as usual again. */
    public void forget(String command) {
        answers.remove(command.toUpperCase(Locale.ROOT));
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException ended) {
            // The test is over.
        }
    }

    private void talk(Socket socket) {
        try (socket;
                Socket first = implicit ? secured(socket) : socket) {
            if (say(first.getOutputStream(), answers.getOrDefault(GREETING, "")) && talkOver(first)) {
                try (Socket secured = secured(socket)) {
                    talkOver(secured);
                }
            }
        } catch (IOException | InterruptedException gone) {
            // Whoever was there has gone.
        }
    }

    private Socket secured(Socket socket) throws IOException {
        SSLSocket secured =
                (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(socket, "client", socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    /** @return whether the talk goes on over TLS */
    private boolean talkOver(Socket socket) throws IOException, InterruptedException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        OutputStream out = socket.getOutputStream();
        List<String> recipients = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String reply = reply(line);
            note(line, reply, recipients);
            if (!say(out, reply)) {
                return false;
            }
            if (line.equals("STARTTLS") && reply.startsWith("220")) {
                return true;
            }
            if (reply.startsWith("354") && !take(in, out, recipients)) {
                return false;
            }
        }
        return false;
    }

    private boolean take(BufferedReader in, OutputStream out, List<String> recipients)
            throws IOException, InterruptedException {
        String text = data(in);
        String last = answers.getOrDefault(MAIL, "");
        if (last.startsWith("250")) {
            taken.add(new Taken(List.copyOf(recipients), text));
        }
        return say(out, last);
    }

    private static void note(String line, String reply, List<String> recipients) {
        String upper = line.toUpperCase(Locale.ROOT);
        if (upper.startsWith("MAIL ") || upper.startsWith("RSET")) {
            recipients.clear();
        } else if (upper.startsWith("RCPT ") && reply.startsWith("250")) {
            recipients.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
        }
    }

    private String reply(String line) {
        String upper = line.toUpperCase(Locale.ROOT);
        String verb = upper.split("[ :]", 2)[0];
        return answers.getOrDefault(upper, answers.getOrDefault(verb, "250 ok"));
    }

    private static String data(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** @return whether the talk goes on */
    private boolean say(OutputStream out, String reply) throws IOException, InterruptedException {
        switch (reply) {
            case HANG -> closed.await();
            case DROP -> {}
            case DRIP -> drip(out);
            default -> {
                out.write((reply.replace("\n", "\r\n") + "\r\n").getBytes(ISO_8859_1));
                out.flush();
                return true;
            }
        }
        return false;
    }

    private void drip(OutputStream out) throws IOException, InterruptedException {
        do {
            out.write('2');
            out.flush();
        } while (!closed.await(20, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
