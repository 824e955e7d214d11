package tako.testbed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy whose faults are switched while it runs. TLS passes untouched, so the upstream's certificate has to be valid for the
 * proxy's address: the API server's is, on {@link TestCluster#hostAddress()} and on 127.0.0.1.
 */
public final class FaultyProxy implements AutoCloseable {
    private static final int PIECE = 16 * 1024;

    private final InetSocketAddress upstream;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final FaultSwitch faults = new FaultSwitch();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private volatile ServerSocket listener;
    private volatile Thread accepting;

    private FaultyProxy(ServerSocket listener, InetSocketAddress upstream) {
        this.listener = listener;
        this.upstream = upstream;
        this.accepting = accept(listener);
    }

    /** Starts one, without fault, on a free port of an address of this machine. */
    public static FaultyProxy listening(String address, InetSocketAddress upstream) {
        try {
            return new FaultyProxy(new ServerSocket(0, 0, InetAddress.getByName(address)), upstream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts one before the cluster's API server, where pods can reach it too. */
    public static FaultyProxy before(TestCluster cluster) {
        return listening(
                cluster.hostAddress(),
                new InetSocketAddress(cluster.nodeAddress(), cluster.api().getPort()));
    }

    /** Host and port. */
    public String address() {
        return listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort();
    }

    /** Its address as a URL; the scheme is the upstream's. */
    public URI url(String scheme) {
        return URI.create(scheme + "://" + address());
    }

    /**
     * Behaves like this from now on. An {@link Fault.Answer} closes what is open, so that the next request is one on a new
     * connection; the others leave open connections to {@link #cut()}.
     */
    public synchronized void fault(Fault fault) {
        faults.set(fault);
        try {
            if (fault instanceof Fault.Refuse) {
                refuse();
            } else if (listener.isClosed()) {
                listener = new ServerSocket(listener.getLocalPort(), 0, listener.getInetAddress());
                accepting = accept(listener);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (fault instanceof Fault.Answer) {
            cut();
        }
    }

    /** A listener that a thread accepts on is only really closed when that thread has left it; until then connections come into being. */
    private void refuse() throws IOException {
        listener.close();
        try {
            accepting.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes all connections that are open now. */
    public void cut() {
        open.forEach(FaultyProxy::close);
    }

    /** How many connections it has accepted. */
    public int connections() {
        return accepted.get();
    }

    /** The first lines of the requests that it answered itself, for instance {@code GET /v2/ HTTP/1.1}. */
    public List<String> answered() {
        return List.copyOf(answered);
    }

    @Override
    public void close() {
        close(listener);
        cut();
        faults.set(new Fault.None());
    }

    private Thread accept(ServerSocket from) {
        return Thread.ofVirtual().name("faulty proxy").start(() -> {
            while (!from.isClosed()) {
                try {
                    Socket client = from.accept();
                    accepted.incrementAndGet();
                    open.add(client);
                    Thread.ofVirtual().start(() -> serve(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void serve(Socket client) {
        try (client) {
            faults.awaitEndOfSilence();
            Optional<Fault.Answer> answer = faults.takeAnswer();
            if (answer.isPresent()) {
                answer(client, answer.get());
            } else {
                relay(client);
            }
        } catch (IOException | InterruptedException closed) {
            // One of the two sides went away, or the connection was cut: both are what was asked for.
        } finally {
            open.remove(client);
        }
    }

    private void answer(Socket client, Fault.Answer answer) throws IOException {
        answered.add(head(client.getInputStream()).lines().findFirst().orElse(""));
        var text = new StringBuilder(
                "HTTP/1.1 " + answer.status() + " Faulty\r\nContent-Length: 0\r\nConnection: close\r\n");
        answer.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        client.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A request up to the empty line. */
    private static String head(InputStream stream) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < PIECE) {
            int next = stream.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void relay(Socket client) throws IOException {
        try (Socket server = new Socket()) {
            open.add(server);
            server.connect(upstream);
            Thread.ofVirtual().start(() -> up(client, server));
            down(server.getInputStream(), client.getOutputStream());
        } catch (InterruptedException impossible) {
            throw new IllegalStateException("Nobody interrupts a connection.", impossible);
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    /** Passes on what the client says until it says no more. */
    private void up(Socket client, Socket server) {
        try {
            byte[] piece = new byte[PIECE];
            for (int read = client.getInputStream().read(piece);
                    read >= 0;
                    read = client.getInputStream().read(piece)) {
                faults.awaitEndOfSilence();
                server.getOutputStream().write(piece, 0, read);
            }
            server.shutdownOutput();
        } catch (IOException | InterruptedException closed) {
            close(server);
        }
    }

    /** Passes on what the upstream says, as the fault of the moment allows, until it says no more. */
    private void down(InputStream from, OutputStream to) throws IOException, InterruptedException {
        byte[] piece = new byte[PIECE];
        long passed = 0;
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            faults.awaitEndOfSilence();
            faults.delay();
            int allowed = Math.toIntExact(faults.allowed(passed, read));
            to.write(piece, 0, allowed);
            passed += allowed;
            if (allowed < read) {
                return;
            }
        }
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
