package tako.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import tako.bench.harness.TemporaryFolder;

/** The product with its AOT cache and a home that it has been started on before. */
final class Product implements AutoCloseable {
    static final String READY = "/readyz";

    private final TemporaryFolder folder;
    private final Jvm jvm;

    private Product(TemporaryFolder folder, Jvm jvm) {
        this.folder = folder;
        this.jvm = jvm;
    }

    /** Trains the cache and starts once, so that the home exists: a minute at most. */
    static Product prepare(AppJars app) throws Exception {
        TemporaryFolder folder = TemporaryFolder.create();
        try {
            Jvm plain = Jvm.usual(app.classPath(), "tako.app.Main");
            Product product = new Product(folder, AotCache.train(plain, folder.path()));
            try (ChildServer first = product.start()) {
                first.secondsUntilReady(READY);
            }
            return product;
        } catch (Exception e) {
            folder.close();
            throw e;
        }
    }

    ChildServer start() throws IOException {
        String home = folder.path().resolve("home").toString();
        return ChildServer.start(jvm.command("serve", "--home", home, "--port", "0", "--bind", "127.0.0.1"));
    }

    String settings() throws IOException {
        return "the child's JVM options " + jvm.options() + ", cache of "
                + Files.size(folder.path().resolve("tako.aot")) / 1_000_000 + " MB, " + folder.storage();
    }

    @Override
    public void close() {
        folder.close();
    }
}
