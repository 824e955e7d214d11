package tako.platform.http;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;

/** The server cannot listen where it should; the message says why and what to do, in one or two sentences. */
public final class CannotListen extends RuntimeException {
    private CannotListen(String message, Throwable cause) {
        super(message, cause);
    }

    static CannotListen at(InetSocketAddress address, Throwable failure) {
        return new CannotListen(sentence(address, root(failure)), failure);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String sentence(InetSocketAddress address, Throwable cause) {
        String where = "port " + address.getPort() + " of " + address.getHostString();
        String reason = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (address.isUnresolved() || cause instanceof UnresolvedAddressException) {
            return "The address '" + address.getHostString()
                    + "' is unknown. Give an address of this machine with --bind, such as 127.0.0.1.";
        }
        if (reason.contains("in use")) {
            return "Cannot listen on " + where
                    + ": another program uses it. Stop that program or choose another with --port.";
        }
        if (reason.contains("assign")) {
            return "Cannot listen on " + where
                    + ": this machine has no such address. Give one of its own with --bind, such as 127.0.0.1.";
        }
        if (reason.contains("permission") && (cause instanceof BindException || cause instanceof SocketException)) {
            return "Cannot listen on " + where
                    + ": the system does not permit it. Choose a port above 1023 with --port, or grant the right.";
        }
        return "Cannot listen on " + where + ": " + cause.getMessage() + ". Choose others with --bind and --port.";
    }
}
