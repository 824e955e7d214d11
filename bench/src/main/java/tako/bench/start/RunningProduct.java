package tako.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import tako.app.Home;
import tako.app.client.ApiClient;
import tako.bench.harness.TemporaryFolder;
import tako.platform.secret.Secret;

/** The whole product in a process of its own, on a fresh home that is gone after use. */
public final class RunningProduct implements AutoCloseable {
    private final TemporaryFolder folder;
    private final Jvm jvm;
    private final ChildServer server;

    private RunningProduct(TemporaryFolder folder, Jvm jvm) throws IOException {
        this.folder = folder;
        this.jvm = jvm;
        this.server = ChildServer.start(
                jvm.command("serve", "--home", home().toString(), "--port", "0", "--bind", "127.0.0.1"));
    }

    /** Starts it and waits until it is ready. */
    public static RunningProduct start(AppJars app) throws Exception {
        TemporaryFolder folder = TemporaryFolder.create();
        RunningProduct product = new RunningProduct(folder, Jvm.usual(app.classPath(), "tako.app.Main"));
        try {
            product.server.secondsUntilReady(Product.READY);
            return product;
        } catch (Exception e) {
            product.close();
            throw e;
        }
    }

    /** A client with the key of the home's owner. */
    public ApiClient api() throws Exception {
        Properties operator = new Properties();
        try (var reader = Files.newBufferedReader(new Home(home()).operator())) {
            operator.load(reader);
        }
        return new ApiClient(server.address(), Secret.of(operator.getProperty("key", "")));
    }

    /** How it was started. */
    public String settings() throws IOException {
        return "the server's JVM options " + jvm.options() + ", " + folder.storage();
    }

    private Path home() {
        return folder.path().resolve("home");
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
