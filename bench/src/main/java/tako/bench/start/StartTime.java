package tako.bench.start;

import java.io.IOException;
import java.util.List;
import tako.bench.harness.Arena;

/** From the start of the process until {@code /readyz} answers 200, beside a second. */
public final class StartTime implements Arena {
    private final Product product;

    private StartTime(Product product) {
        this.product = product;
    }

    /** Of the built program. */
    public static StartTime of(AppJars app) throws Exception {
        return new StartTime(Product.prepare(app));
    }

    @Override
    public double ours() throws Exception {
        try (ChildServer server = product.start()) {
            return server.secondsUntilReady(Product.READY);
        }
    }

    @Override
    public double peer() {
        return 1;
    }

    @Override
    public List<String> settings() throws IOException {
        return List.of(product.settings(), "checked: /readyz answered 200, and the cache was used");
    }

    @Override
    public void close() {
        product.close();
    }
}
