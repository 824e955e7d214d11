package tako.app.testdrive.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server that keeps what it is sent and sends nothing on. It listens on a free port of the loopback address, for this machine only. */
public final class MailCatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailCatcher.class);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int WAITING = 50;

    /** Between an attempt to hear a sender that failed and the next one. */
    static final Duration PAUSE = Duration.ofMillis(500);

    private final Mailbox mailbox;
    private final ServerSocket socket;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();

    /** Listens from now on. */
    public MailCatcher(Mailbox mailbox) throws IOException {
        this(mailbox, new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress()));
    }

    MailCatcher(Mailbox mailbox, ServerSocket socket) {
        this.mailbox = mailbox;
        this.socket = socket;
        Thread.ofPlatform().daemon().name("mail-catcher").start(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Ends at once: a sender whose mail was not acknowledged sends it again. */
    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        conversations.shutdownNow();
        conversations.close();
    }

    private void accept() {
        boolean isSaid = false;
        while (!socket.isClosed()) {
            try {
                hear(socket.accept());
            } catch (IOException failed) {
                if (!isSaid && !socket.isClosed()) {
                    LOG.warn(
                            "The mail catcher cannot hear a sender now, and tries again for as long as it runs",
                            failed);
                    isSaid = true;
                }
                pause();
            }
        }
    }

    private void hear(Socket sender) throws IOException {
        try {
            conversations.execute(() -> converse(sender));
        } catch (RejectedExecutionException closing) {
            sender.close();
        }
    }

    /** What is missing, such as file descriptors, is not there sooner when it is asked for all the time. */
    private void pause() {
        try {
            closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
