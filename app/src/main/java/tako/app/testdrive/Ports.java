package tako.app.testdrive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Free ports of this machine's loopback address. */
public final class Ports {
    private static final int HIGHEST = 65_535;

    private Ports() {}

    /**
     * The first free port of a row.
     *
     * @param first where to begin
     * @param stride how far apart the candidates are
     * @throws IllegalStateException when none is free
     */
    public static int free(int first, int stride) {
        return IntStream.iterate(first, port -> port <= HIGHEST, port -> port + stride)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No port from " + first + " on is free."));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
