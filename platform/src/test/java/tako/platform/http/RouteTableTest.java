package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out when a server starts rather than when a request comes. */
class RouteTableTest {
    private static Route<Void> get(String path, Scope scope) {
        return Endpoint.get(path).in(scope).does(call -> Response.empty());
    }

    @Test
    void two_routes_at_one_address_are_refused() {
        var twice = List.<Route<?>>of(get("/plants/{id}", Scope.SPACE), get("/PLANTS/{plant}", Scope.SPACE));

        assertThatThrownBy(() -> new RouteTable(twice)).hasMessageContaining("have the same address");
    }

    @Test
    void a_route_of_the_system_and_one_of_a_space_are_refused_where_no_space_is_named() {
        var both = List.<Route<?>>of(get("/plants", Scope.SYSTEM), get("/plants", Scope.MIXED));

        assertThatThrownBy(() -> new RouteTable(both)).hasMessageContaining("have the same address");
    }

    @Test
    void a_route_without_a_permission_is_refused() {
        var route = Endpoint.get("/plants").needs(" ").does(call -> Response.empty());

        assertThatThrownBy(() -> new RouteTable(List.of(route))).hasMessageContaining("who may call it");
    }

    @Test
    void a_body_without_an_example_is_refused() {
        var route = new Route<>(
                HttpMethod.POST,
                "/plants",
                List.of(),
                Scope.SPACE,
                new Access.SignedIn(),
                String.class,
                Void.class,
                Optional.empty(),
                "",
                call -> Response.empty());

        assertThatThrownBy(() -> new RouteTable(List.of(route))).hasMessageContaining("no example");
    }

    @Test
    void two_parameters_alike_are_refused() {
        assertThatThrownBy(() -> new RouteTable(List.of(get("/a/{id}/b/{id}", Scope.SPACE))))
                .hasMessageContaining("names two parameters alike");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plants", "/plants/", "/a//b", "/a/{id", "/a/{i-d}", "/a/x{id}", "/{rest*}/b"})
    void a_path_that_is_malformed_is_refused(String path) {
        assertThatThrownBy(() -> new RouteTable(List.of(get(path, Scope.SPACE))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_page_reads_skip_and_take() {
        Route<Void> route = Endpoint.get("/plants")
                .query("ids", "take")
                .answersPage(String.class)
                .does(call -> Response.empty());

        assertThat(route.query()).containsExactly("skip", "take", "ids");
    }
}
