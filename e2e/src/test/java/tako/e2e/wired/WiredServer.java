package tako.e2e.wired;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import tako.app.wiring.Base;
import tako.app.wiring.Wiring;
import tako.e2e.AnswerCheck;
import tako.e2e.FreshHome;
import tako.e2e.RunningServer;
import tako.e2e.Wire;
import tako.platform.database.Database;
import tako.platform.http.RouteTableChecks;
import tako.platform.json.Json;
import tako.platform.secret.MasterKeyFile;
import tako.platform.secret.Tokens;
import tako.platform.settings.PlatformSettings;
import tako.platform.settings.SettingSources;
import tako.platform.settings.Settings;
import tako.server.settings.server.ServerSettings;

/** Every part of the server as the program joins them, listening on a free port and running tasks. */
final class WiredServer implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Wiring wiring;

    WiredServer(Database database) {
        this.wiring = new Wiring(
                base(FreshHome.named("wired").resolveSibling(""), "node-1", database, InstantSource.system()));
        wiring.firstStart();
        wiring.http().start();
        wiring.node().start();
    }

    /** What a server is joined on: a free port, and an administrator whose key is known. */
    static Base base(Path home, String node, Database database, InstantSource clock) {
        var sources = SettingSources.of(
                home,
                Map.of("ADMIN_PASSWORD", "correct horse battery staple", "ADMIN_API_KEY", RunningServer.KEY),
                Map.of("http.port", "0", "node.name", node));
        var settings = PlatformSettings.of(Settings.read(PlatformSettings.TABLE, sources));
        var random = new SecureRandom();
        return new Base(
                home,
                settings,
                ServerSettings.of(Settings.read(ServerSettings.TABLE, SettingSources.of(home, Map.of(), Map.of()))),
                database,
                new MasterKeyFile(home, random).key(settings.masterKey()),
                random,
                clock,
                "0.1.0-test",
                new Tokens(random).apiKey());
    }

    Wiring wiring() {
        return wiring;
    }

    /** A client with the administrator's key. */
    Wire wire() {
        return new Wire(wiring.http().uri(), RunningServer.KEY, AnswerCheck.NONE);
    }

    /** What checks that are made of the route table ask. */
    RouteTableChecks.Target target() {
        return new RouteTableChecks.Target(
                wiring.http().uri(), wiring.table(), RunningServer.KEY, Json.mapper(ZoneOffset.UTC));
    }

    @Override
    public void close() {
        wiring.node().stop(DRAIN);
        wiring.http().close();
        wiring.executor().close();
        wiring.logs().close();
    }
}
