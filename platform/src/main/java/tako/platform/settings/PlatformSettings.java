package tako.platform.settings;

import java.util.List;
import java.util.Optional;
import tako.platform.secret.Secret;
import tako.platform.settings.ValueKind.PostgresAddress;
import tako.platform.settings.ValueKind.SecretText;
import tako.platform.settings.ValueKind.Text;
import tako.platform.settings.ValueKind.WholeNumber;

/**
 * The settings of the platform and of the first start. The environment variables are those of the official container, so that
 * its compose files and charts keep working.
 *
 * @param http where the server listens
 * @param node this process among others
 * @param database the PostgreSQL database; empty for the embedded one
 * @param masterKey the key that locks all others; empty for the file in the home
 * @param administrator the first administrator
 */
public record PlatformSettings(
        Http http, Node node, Optional<Secret> database, Optional<Secret> masterKey, Administrator administrator) {
    private static final Setting<Integer> PORT = Setting.of(
            "http.port",
            new WholeNumber(0, 65_535, 8080),
            "8080",
            "The port of the portal and the API; 0 takes a free one.");
    private static final Setting<String> BIND =
            Setting.of("http.bind", new Text(255, "0.0.0.0"), "127.0.0.1", "The address to listen on.");
    private static final Setting<String> NODE_NAME = Setting.optional(
                    "node.name",
                    new Text(100, "node-1"),
                    "This server's name among others; by default the machine's name.")
            .from("OCTOPUS_SERVER_NODE_NAME");
    private static final Setting<Integer> TASK_CAP = Setting.of(
                    "tasks.cap",
                    new WholeNumber(1, 1_000, 5),
                    "5",
                    "How many deployments and runbooks this node runs at once.")
            .from("TASK_CAP");
    private static final Setting<Secret> DATABASE = Setting.optional(
                    "database.connection",
                    new PostgresAddress(),
                    "The database; by default an embedded one in the home.")
            .from("DB_CONNECTION_STRING");
    private static final Setting<Secret> MASTER_KEY = Setting.optional(
                    "master.key",
                    new SecretText("the output of: openssl rand -base64 32"),
                    "Base64 of 16 or 32 random bytes that lock all secrets; by default the file master.key in the home.")
            .from("MASTER_KEY");
    private static final Setting<String> USERNAME = Setting.of(
                    "admin.username", new Text(64, "admin"), "admin", "The first administrator's user name.")
            .from("ADMIN_USERNAME");
    private static final Setting<String> EMAIL = Setting.optional(
                    "admin.email", new Text(256, "admin@example.org"), "The first administrator's mail address.")
            .from("ADMIN_EMAIL");
    private static final Setting<Secret> PASSWORD = Setting.optional(
                    "admin.password",
                    new SecretText("a long sentence"),
                    "The first administrator's password; without it the first start prints a one-time link.")
            .from("ADMIN_PASSWORD");
    private static final Setting<Secret> API_KEY = Setting.optional(
                    "admin.apikey", new SecretText("API-ABCDEF0123456789"), "An API key for the first administrator.")
            .from("ADMIN_API_KEY");

    /** The table of these settings. */
    public static final List<Setting<?>> TABLE =
            List.of(PORT, BIND, NODE_NAME, TASK_CAP, DATABASE, MASTER_KEY, USERNAME, EMAIL, PASSWORD, API_KEY);

    /** Variables that the official container takes and that mean nothing here: there is no licence to accept or to give. */
    public static final List<String> IGNORED_VARIABLES =
            List.of("ACCEPT_EULA", "OCTOPUS_SERVER_BASE64_LICENSE", "DISABLE_DIND");

    /** Takes these settings out of all. */
    public static PlatformSettings of(Settings settings) {
        return new PlatformSettings(
                new Http(settings.get(PORT), settings.get(BIND)),
                new Node(settings.find(NODE_NAME), settings.get(TASK_CAP)),
                settings.find(DATABASE),
                settings.find(MASTER_KEY),
                new Administrator(
                        settings.get(USERNAME), settings.find(EMAIL), settings.find(PASSWORD), settings.find(API_KEY)));
    }

    /**
     * Where the server listens.
     *
     * @param port 0 for any free one
     * @param bind an address or host name of this machine
     */
    public record Http(int port, String bind) {}

    /**
     * This process among others.
     *
     * @param name empty for the machine's name
     * @param taskCap how many tasks it runs at once, chores aside
     */
    public record Node(Optional<String> name, int taskCap) {}

    /** The first administrator, as given for the first start. */
    public record Administrator(
            String username, Optional<String> email, Optional<Secret> password, Optional<Secret> apiKey) {}
}
