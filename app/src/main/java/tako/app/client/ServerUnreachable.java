package tako.app.client;

import java.net.URI;

/** No answer from a server. */
public final class ServerUnreachable extends RuntimeException {
    ServerUnreachable(URI server, Exception cause) {
        super(
                "The server at " + server + " does not answer (" + cause
                        + "). Start it, or give its address with --server.",
                cause);
    }
}
