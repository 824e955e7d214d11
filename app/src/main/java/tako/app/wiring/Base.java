package tako.app.wiring;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import tako.platform.database.Database;
import tako.platform.secret.MasterKey;
import tako.platform.secret.Secret;
import tako.platform.settings.PlatformSettings;
import tako.server.settings.server.ServerSettings;

/**
 * What is there before anything is wired.
 *
 * @param home the folder in which everything is kept
 * @param version the program's own version
 * @param operatorKey acts as the server for as long as this process lives
 */
public record Base(
        Path home,
        PlatformSettings settings,
        ServerSettings server,
        Database database,
        MasterKey master,
        SecureRandom random,
        InstantSource clock,
        String version,
        Secret operatorKey) {

    /** This process's name among others: the one that was set, else the machine's. */
    String node() {
        return settings.node().name().orElseGet(Base::machineName);
    }

    private static String machineName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "node-1";
        }
    }
}
