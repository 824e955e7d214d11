package tako.server.settings.server;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.server.settings.server.StatusDocuments.Capabilities;
import tako.server.settings.server.StatusDocuments.FeatureToggles;
import tako.server.settings.server.StatusDocuments.Health;
import tako.server.settings.server.StatusDocuments.LicenseStatus;
import tako.server.settings.server.StatusDocuments.Status;
import tako.server.settings.server.StatusDocuments.SystemInfo;
import tako.server.settings.server.StatusDocuments.Timezone;

/** The server's status, and what clients ask to find out what it can do. */
public final class StatusRoutes {
    /** Requests beyond the plain resources that a client may look for by name. */
    private static final List<String> CAPABILITIES = List.of("GetAllSpacesRequest");

    private static final int FAR_AWAY_DAYS = 36_500;

    private final ServerFacts facts;
    private final Readiness readiness;
    private final InstantSource clock;

    public StatusRoutes(ServerFacts facts, Readiness readiness, InstantSource clock) {
        this.facts = facts;
        this.readiness = readiness;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                get("/serverstatus")
                        .summary("The server's status")
                        .answers(Status.class)
                        .does(this::status),
                get("/serverstatus/health")
                        .summary("Whether the server works")
                        .answers(Health.class)
                        .does(this::health),
                get("/serverstatus/system-info")
                        .needs("AdministerSystem")
                        .summary("What the server runs on")
                        .answers(SystemInfo.class)
                        .does(this::systemInfo),
                get("/serverstatus/timezones")
                        .summary("Zones that schedules may use")
                        .answers(Timezone[].class)
                        .does(call -> Response.ok(timezones())),
                get("/serverstatus/logs")
                        .needs("AdministerSystem")
                        .summary("The server's last log lines")
                        .answers(String[].class)
                        .does(call -> Response.ok(List.of())),
                get("/capabilities")
                        .summary("Requests the server understands by name")
                        .answers(Capabilities.class)
                        .does(call -> Response.ok(new Capabilities(CAPABILITIES))),
                get("/capabilities/{name}")
                        .summary("Whether the server understands a request")
                        .answers(Map.class)
                        .does(StatusRoutes::capability),
                get("/configuration/feature-toggles")
                        .query("Name")
                        .summary("Feature toggles by name; a missing one is off")
                        .answers(FeatureToggles.class)
                        .does(call -> Response.ok(new FeatureToggles(List.of()))),
                get("/configuration/enabled-feature-toggles")
                        .summary("Names of the feature toggles that are on")
                        .answers(String[].class)
                        .does(call -> Response.ok(List.of())),
                get("/licenses/licenses-current-status")
                        .summary("That there is nothing to license")
                        .answers(LicenseStatus.class)
                        .does(call -> Response.ok(license())));
    }

    private static Endpoint get(String path) {
        return Endpoint.get(path).in(Scope.SYSTEM);
    }

    private Response status(Call<Void> call) {
        var links = Map.of(
                "Self", "/api/serverstatus",
                "Health", "/api/serverstatus/health",
                "SystemInfo", "/api/serverstatus/system-info",
                "Timezones", "/api/serverstatus/timezones",
                "RecentLogs", "/api/serverstatus/logs");
        return Response.ok(new Status(
                true,
                false,
                false,
                false,
                Optional.empty(),
                OctopusLevel.VERSION,
                OctopusLevel.VERSION,
                false,
                facts.version(),
                links));
    }

    private Response health(Call<Void> call) {
        Optional<String> obstacle = readiness.obstacle();
        return Response.ok(new Health(
                obstacle.isEmpty(),
                false,
                false,
                true,
                obstacle.orElse(""),
                Map.of("Self", "/api/serverstatus/health")));
    }

    private Response systemInfo(Call<Void> call) {
        Runtime java = Runtime.getRuntime();
        return Response.ok(new SystemInfo(
                OctopusLevel.VERSION,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "Java " + Runtime.version(),
                Duration.between(facts.started(), clock.instant()),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                java.totalMemory(),
                Map.of("Self", "/api/serverstatus/system-info")));
    }

    private List<Timezone> timezones() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .map(id -> new Timezone(
                                id,
                                ZoneId.of(id).getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                id.equals(facts.zone().getId()),
                                Map.of()))
                        .toList();
    }

    private static Response capability(Call<Void> call) {
        String name = call.path("name");
        if (CAPABILITIES.stream().noneMatch(name::equalsIgnoreCase)) {
            throw Problem.notFound(name);
        }
        return Response.ok(Map.of("Exists", true));
    }

    private static LicenseStatus license() {
        return new LicenseStatus(
                "licenses-current-status",
                true,
                "This server is open source and needs no licence.",
                Optional.empty(),
                FAR_AWAY_DAYS,
                List.of(),
                List.of(),
                "SelfHosted",
                "Full",
                Map.of("Self", "/api/licenses/licenses-current-status"));
    }
}
