package tako.server.projects.channel;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.DocumentService;

/** Channels over HTTP: all of a space, and those of a project. */
public final class ChannelRoutes {
    private static final String ORDER = "/projects/{ownerId}/channels/order";

    private final Channels channels;
    private final DocumentService<?> projects;

    public ChannelRoutes(Channels channels, DocumentService<?> projects) {
        this.channels = channels;
        this.projects = projects;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        var owned = new DocumentRoutes.Owned(projects, "ProjectId");
        return Stream.of(
                        DocumentRoutes.of(channels).all(),
                        DocumentRoutes.under(owned, channels).all(),
                        List.of(order(), arrange(), test(), testByQuery()))
                .<Route<?>>flatMap(List::stream)
                .toList();
    }

    private Route<?> order() {
        return Endpoint.get(ORDER)
                .needs(Channels.KIND.grants().view())
                .summary("The ids of a project's channels in their order")
                .answers(String[].class)
                .does(call -> Response.ok(channels.order(call.principal(), call.space(), project(call))));
    }

    private Route<?> arrange() {
        return Endpoint.put(ORDER)
                .needs(Channels.KIND.grants().edit())
                .summary("Puts a project's channels in the order of their ids, behind the default one")
                .answers(String[].class)
                .takes(
                        String[].class,
                        List.of(),
                        call -> Response.ok(
                                channels.arrange(call.principal(), call.space(), project(call), List.of(call.body()))));
    }

    /** @throws tako.platform.http.Problem 404 */
    private String project(Call<?> call) {
        return projects.get(call.principal(), call.space(), call.path("ownerId"))
                .id();
    }

    private Route<?> test() {
        return Endpoint.post("/channels/rule-test")
                .needs(Channels.KIND.grants().view())
                .summary("Whether a version would pass a channel's rule")
                .answers(RuleTest.Answer.class)
                .takes(
                        RuleTest.class,
                        Map.of("Version", "1.4.2", "VersionRange", "[1.0,2.0)"),
                        call -> Response.ok(channels.test(call.principal(), call.space(), call.body())));
    }

    /** The form of older clients. */
    private Route<?> testByQuery() {
        return Endpoint.get("/channels/rule-test")
                .needs(Channels.KIND.grants().view())
                .query("version", "versionRange", "preReleaseTag", "feetType")
                .summary("Whether a version would pass a channel's rule")
                .answers(RuleTest.Answer.class)
                .does(call -> Response.ok(channels.test(
                        call.principal(),
                        call.space(),
                        new RuleTest(
                                call.query("version").orElse(""),
                                call.query("versionRange").orElse(""),
                                call.query("preReleaseTag").orElse(""),
                                ""))));
    }
}
