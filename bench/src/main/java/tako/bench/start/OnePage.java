package tako.bench.start;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The smallest server there is to compare with: the JDK's own, with one page. */
final class OnePage {
    private static final byte[] PAGE = "<!doctype html><title>One page</title>".getBytes(StandardCharsets.UTF_8);

    private OnePage() {}

    /** Serves until it is ended. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, PAGE.length);
            exchange.getResponseBody().write(PAGE);
            exchange.close();
        });
        server.start();
        PrintStream out = System.out;
        out.println(
                "The page listens on http://127.0.0.1:" + server.getAddress().getPort());
    }
}
