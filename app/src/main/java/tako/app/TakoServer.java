package tako.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.app.wiring.Base;
import tako.app.wiring.Wiring;
import tako.platform.database.Database;
import tako.platform.database.DatabaseAddress;
import tako.platform.database.Databases;
import tako.platform.database.HomeLock;
import tako.platform.http.HttpServer;
import tako.platform.secret.MasterKey;
import tako.platform.secret.MasterKeyFile;
import tako.platform.secret.Secret;
import tako.platform.secret.Tokens;
import tako.platform.settings.PlatformSettings;
import tako.platform.settings.Setting;
import tako.platform.settings.SettingSources;
import tako.platform.settings.Settings;
import tako.platform.task.TaskNode;
import tako.server.settings.server.ServerSettings;

/**
 * A running server: everything opened in order, and closed in the reverse order. The home is locked first and released last, so that no
 * two processes ever work in it.
 */
final class TakoServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TakoServer.class);
    private static final List<String> MIGRATIONS = List.of("db/migration/platform", "db/migration/server");
    /** Every setting that the program takes. */
    static final List<Setting<?>> SETTINGS = Stream.concat(
                    PlatformSettings.TABLE.stream(), ServerSettings.TABLE.stream())
            .<Setting<?>>map(setting -> setting)
            .toList();
    /** How long running tasks may take to finish when the server stops; what has not by then is resumed at the next start. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final HttpServer http;
    private final Operator operator;
    private final Optional<URI> setupLink;

    /**
     * Starts a server; when this returns it answers requests and runs tasks.
     *
     * @param commandLine settings by name
     * @param environment variables of the process
     */
    static TakoServer start(Home home, Map<String, String> commandLine, Map<String, String> environment) {
        Settings all = Settings.read(SETTINGS, SettingSources.of(home.folder(), environment, commandLine));
        return new TakoServer(home, PlatformSettings.of(all), ServerSettings.of(all));
    }

    private TakoServer(Home home, PlatformSettings settings, ServerSettings ofServer) {
        try {
            var random = new SecureRandom();
            Secret key = new Tokens(random).apiKey();
            opened(HomeLock.take(home.folder()));
            Logging.into(home.serverLog());
            Database database = opened(Databases.open(address(home, settings), MIGRATIONS));
            MasterKey master = new MasterKeyFile(home.folder(), random).key(settings.masterKey());
            var wiring = new Wiring(new Base(
                    home.folder(),
                    settings,
                    ofServer,
                    database,
                    master,
                    random,
                    InstantSource.system(),
                    Version.text(),
                    key));
            opened(wiring.logs());
            opened(wiring.executor());
            opened(wiring.clusters());
            wiring.sweep();
            Optional<Secret> setupToken = wiring.firstStart();
            TaskNode node = wiring.node();
            this.http = wiring.http();
            http.start();
            opened(http);
            node.start();
            opened(() -> node.stop(DRAIN));
            this.operator = new Operator(http.uri(), key);
            leave(home);
            this.setupLink = setupToken.map(token -> http.uri().resolve("/setup?token=" + token.reveal()));
            LOG.info("Tako {} listens on {}", Version.text(), http.uri());
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    /** Where it can be reached from this machine. */
    URI uri() {
        return http.uri();
    }

    /** How whoever owns the home reaches it. */
    Operator operator() {
        return operator;
    }

    /** The one-time page on which the first administrator sets a password; empty once that was done. */
    Optional<URI> setupLink() {
        return setupLink;
    }

    /** Claims nothing more, lets running tasks finish for a while, ends event streams and requests, then closes everything. */
    @Override
    public void close() {
        var failures = new ArrayList<Exception>();
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failed) {
                failures.add(failed);
            }
        }
        failures.forEach(failed -> LOG.error("A part of the server did not close", failed));
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private void leave(Home home) {
        try {
            operator.write(home);
            opened(() -> Files.deleteIfExists(home.operator()));
        } catch (IOException failed) {
            throw new UncheckedIOException("The file " + home.operator() + " cannot be written", failed);
        }
    }

    private static DatabaseAddress address(Home home, PlatformSettings settings) {
        return settings.database()
                .map(text -> DatabaseAddress.parse(text.reveal()))
                .orElseGet(() -> new DatabaseAddress.Embedded(home.database()));
    }
}
