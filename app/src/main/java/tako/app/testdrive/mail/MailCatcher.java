package tako.app.testdrive.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server that keeps what it is sent and sends nothing on. It listens on a free port of the loopback address, for this machine only. */
public final class MailCatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailCatcher.class);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int WAITING = 50;

    private final Mailbox mailbox;
    private final ServerSocket socket;
    private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();

    /** Listens from now on. */
    public MailCatcher(Mailbox mailbox) throws IOException {
        this.mailbox = mailbox;
        this.socket = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("mail-catcher").start(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Ends at once: a sender whose mail was not acknowledged sends it again. */
    @Override
    public void close() throws IOException {
        socket.close();
        conversations.shutdownNow();
        conversations.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket sender = socket.accept();
                conversations.execute(() -> converse(sender));
            } catch (IOException | RejectedExecutionException ended) {
                LOG.debug("The mail catcher hears nobody", ended);
            }
        }
    }

    private void converse(Socket sender) {
        try (sender) {
            sender.setSoTimeout(Math.toIntExact(SILENCE.toMillis()));
            new SmtpConversation(sender.getInputStream(), sender.getOutputStream(), mailbox).run();
        } catch (IOException broken) {
            LOG.debug("A sender of mail broke off", broken);
        }
    }
}
