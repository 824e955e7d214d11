package tako.bench.start;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tako.bench.harness.Arena;

/** The resident memory of the idle server, beside the JDK's own HTTP server with one page under the same JVM options. */
public final class StartMemory implements Arena {
    private static final Duration IDLE = Duration.ofSeconds(3);

    private final Product product;

    private StartMemory(Product product) {
        this.product = product;
    }

    /** Of the built program. */
    public static StartMemory of(AppJars app) throws Exception {
        return new StartMemory(Product.prepare(app));
    }

    @Override
    public double ours() throws Exception {
        try (ChildServer server = product.start()) {
            return idleMegabytes(server, Product.READY);
        }
    }

    @Override
    public double peer() throws Exception {
        Jvm jvm = Jvm.usual(System.getProperty("java.class.path"), OnePage.class.getName());
        try (ChildServer server = ChildServer.start(jvm.command())) {
            return idleMegabytes(server, "/");
        }
    }

    /** After it has answered and then been left alone for a while. */
    static double idleMegabytes(ChildServer server, String page) throws Exception {
        server.secondsUntilReady(page);
        long asked = System.nanoTime();
        while (System.nanoTime() - asked < IDLE.toNanos()) {
            LockSupport.parkNanos(IDLE.toNanos());
        }
        return server.residentMegabytes();
    }

    @Override
    public List<String> settings() throws IOException {
        return List.of(
                product.settings(),
                "the other side: the same options without the cache; both " + IDLE.toSeconds()
                        + " s after their first answer",
                "checked: both answered 200");
    }

    @Override
    public void close() {
        product.close();
    }
}
