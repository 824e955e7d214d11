package tako.e2e.wired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tako.e2e.FreshHome;
import tako.e2e.Setup;
import tako.platform.database.Database;
import tako.platform.database.DatabaseAddress;
import tako.platform.database.Databases;
import tako.platform.http.Access;
import tako.platform.http.HttpMethod;
import tako.platform.http.Route;
import tako.platform.http.RouteTableChecks;
import tako.server.settings.server.RootLinks;
import tako.server.settings.server.UnservedLinks;

/** What must hold for every route of the whole program. */
@Tag("outside")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedRoutesTest {
    private final Database database = Databases.open(
            new DatabaseAddress.Embedded(FreshHome.named("routes").resolveSibling("tako.db")),
            List.of("db/migration/platform", "db/migration/server"));
    private final Map<Route<?>, World> removed = new HashMap<>();
    private final WiredServer server = new WiredServer(database);
    private final Setup setup = new Setup(server.wire());
    private final World world = World.make(setup, "");

    @AfterAll
    void stop() {
        server.close();
        database.close();
    }

    private RouteTableChecks checks() {
        return new RouteTableChecks(server.target(), this::value);
    }

    /** What a deletion takes away is made for it alone. */
    private String value(Route<?> route, String parameter) {
        var parts = Arrays.asList(route.path().split("/"));
        var at = parts.indexOf("{" + parameter + "}");
        var segment = parts.get(at - 1).toLowerCase(Locale.ROOT);
        var from = route.method() == HttpMethod.DELETE
                ? removed.computeIfAbsent(route, key -> World.make(setup, " " + (removed.size() + 1)))
                : world;
        return from.after(segment);
    }

    @TestFactory
    Stream<DynamicTest> strangers_are_refused() {
        return checks().refuseStrangers();
    }

    @TestFactory
    Stream<DynamicTest> administrators_are_answered() {
        return checks().answerAdministrators();
    }

    @Test
    void only_these_routes_are_for_anybody() {
        assertThat(checks().anonymous())
                .containsExactly(
                        "GET /api",
                        "GET /api/openapi.json",
                        "GET /api/portal/setup",
                        "GET /healthz",
                        "GET /readyz",
                        "GET /setup",
                        "POST /api/portal/setup",
                        "POST /api/users/login",
                        "POST /setup");
    }

    /** Interventions say themselves who may take and answer them. */
    @Test
    void whoever_only_reads_can_try_things_out_answer_what_is_asked_of_them_and_change_themselves() {
        assertThat(routes().filter(route -> route.method() != HttpMethod.GET && !needsMoreThanReading(route)))
                .extracting(Route::toString)
                .containsExactlyInAnyOrder(
                        "POST /accounts/{id}/verify",
                        "POST /channels/rule-test",
                        "POST /feeds/{id}/test",
                        "POST /interruptions/{id}/submit",
                        "PUT /interruptions/{id}/responsible",
                        "POST /releases/{id}/deployments/previews",
                        "POST /variables/evaluate",
                        "PUT /variables/{id}",
                        "PATCH /variables/{id}",
                        "POST /users/logout",
                        "PUT /users/{id}",
                        "POST /users/{id}/revoke-sessions",
                        "POST /users/{user}/apikeys",
                        "DELETE /users/{user}/apikeys/{id}");
    }

    private Stream<Route<?>> routes() {
        return server.wiring().table().routes().stream();
    }

    /** What nobody needs to sign in for is another list. */
    private static boolean needsMoreThanReading(Route<?> route) {
        return switch (route.access()) {
            case Access.Anonymous anonymous -> true;
            case Access.SignedIn signedIn -> false;
            case Access.Needs needs -> !needs.permission().endsWith("View");
        };
    }

    @Test
    void the_links_of_the_root_documents_lead_to_routes_but_for_those_of_one_list() {
        assertThat(UnservedLinks.of(RootLinks.load(), server.wiring().table().routes()))
                .isEqualTo(UnservedLinks.known());
    }
}
