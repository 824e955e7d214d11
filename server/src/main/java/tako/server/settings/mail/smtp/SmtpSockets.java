package tako.server.settings.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/** Makes the sockets of one attempt, and closes them from another thread: that ends whatever waits for the server. */
final class SmtpSockets extends SocketFactory implements AutoCloseable {
    private final SSLContext tls;
    private final boolean implicit;
    private final List<Socket> open = new ArrayList<>();
    private boolean closed;

    SmtpSockets(SmtpServer server) throws IOException, GeneralSecurityException {
        this.tls = Trust.context(server);
        this.implicit = server.tls() == Tls.IMPLICIT;
    }

    /** What turns a connection to TLS. */
    SocketFactory tls() {
        return tls.getSocketFactory();
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (closed) {
            throw new IOException("The attempt is over");
        }
        Socket socket = implicit ? tls.getSocketFactory().createSocket() : new Socket();
        open.add(socket);
        return socket;
    }

    /** Nothing waits here: closing a socket over TLS may take as long as the server wishes. */
    @Override
    public synchronized void close() {
        closed = true;
        open.forEach(socket -> Thread.ofPlatform().daemon().name("smtp-close").start(() -> close(socket)));
        open.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw connected();
    }

    private static UnsupportedOperationException connected() {
        return new UnsupportedOperationException("Only sockets that connect later can be closed in time");
    }
}
