package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RouteTableChecksTest {
    private static final RouteTable TABLE = EchoRoutes.table();
    private static TestHttpServer server;

    @BeforeAll
    static void start() {
        server = TestHttpServer.start(TABLE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RouteTableChecks checks(RouteTable table) {
        return new RouteTableChecks(
                new RouteTableChecks.Target(
                        server.server().uri(), table, TestHttpServer.ADMIN_KEY, TestHttpServer.MAPPER),
                (route, parameter) -> parameter.equals("path") ? "a/b" : "Things-1");
    }

    @TestFactory
    Stream<DynamicTest> strangers_are_refused() {
        return checks(TABLE).refuseStrangers();
    }

    @TestFactory
    Stream<DynamicTest> administrators_are_answered() {
        return checks(TABLE).answerAdministrators();
    }

    @Test
    void the_routes_for_anybody_are_listed() {
        assertThat(checks(TABLE).anonymous()).containsExactly("GET /api", "GET /app/{path*}", "GET /readyz");
    }

    @Test
    void a_route_that_the_server_lacks_or_leaves_open_fails_its_test() {
        var other = new RouteTable(List.of(
                Endpoint.get("/gone").does(call -> Response.empty()),
                Endpoint.get("/readyz").in(Scope.ROOT).does(call -> Response.empty())));

        assertThat(failing(checks(other).answerAdministrators())).containsExactly("GET /gone as administrator");
        assertThat(failing(checks(other).refuseStrangers()))
                .containsExactly("GET /gone without credentials", "GET /readyz without credentials");
    }

    private static List<String> failing(Stream<DynamicTest> tests) {
        var failing = new ArrayList<String>();
        tests.forEach(test -> {
            try {
                test.getExecutable().execute();
            } catch (Throwable failed) {
                failing.add(test.getDisplayName());
            }
        });
        return failing;
    }
}
