package tako.server.delivery.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.library.variableset.VariableSet;
import tako.server.resource.ListQuery;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** The routes of releases. */
public final class ReleaseRoutes {
    private static final Map<String, ?> COMMAND = Map.of("ProjectName", "Web", "ReleaseVersion", "1.0.0");
    private static final String SEARCH = "searchByVersion";

    private final Releases releases;
    private final ReleaseTemplates templates;

    public ReleaseRoutes(Releases releases, ReleaseTemplates templates) {
        this.releases = releases;
        this.templates = templates;
    }

    /** The packages of a release that no feed has any more: none is looked for yet. */
    record MissingPackages(List<SelectedPackage> packages) {}

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                page("/releases", "Releases of the space, newest first")
                        .query("skip", "take", "ids")
                        .does(call -> page(call, "ids", query -> releases.list(call.principal(), call.space(), query))),
                page("/projects/{project}/releases", "Releases of a project, newest first")
                        .query("skip", "take", SEARCH)
                        .does(call -> page(call, SEARCH, query -> ofProject(call, query))),
                page("/projects/{project}/channels/{channel}/releases", "Releases of a channel, newest first")
                        .query("skip", "take", SEARCH)
                        .does(call -> page(
                                call,
                                SEARCH,
                                query -> releases.ofChannel(
                                        call.principal(),
                                        call.space(),
                                        new Releases.Lane(call.path("project"), call.path("channel")),
                                        query))),
                read("/projects/{project}/releases/{version}", "A project's release by its version")
                        .does(call -> ok(releases.ofVersion(
                                call.principal(), call.space(), call.path("project"), call.path("version")))),
                read("/releases/{id}", "A release").does(call -> ok(get(call))),
                Endpoint.get("/projects/{project}/releases/{version}/variables")
                        .needs("VariableView")
                        .summary("The frozen variables of a release")
                        .answers(VariableSet[].class)
                        .does(call -> Response.ok(releases.variables(
                                call.principal(), call.space(), call.path("project"), call.path("version")))),
                Endpoint.post("/releases")
                        .needs("ReleaseCreate")
                        .query("ignoreChannelRules")
                        .summary("Makes a release")
                        .answers(Release.class)
                        .takes(Release.class, ReleaseKind.KIND.example(), this::create),
                Endpoint.post("/releases/create/v1")
                        .needs("ReleaseCreate")
                        .summary("Makes a release by names")
                        .answers(CreateReleaseCommand.Answer.class)
                        .takes(CreateReleaseCommand.class, COMMAND, this::createByNames),
                Endpoint.put("/releases/{id}")
                        .needs("ReleaseEdit")
                        .summary("Changes version, notes and packages of a release")
                        .answers(Release.class)
                        .takes(
                                Release.class,
                                ReleaseKind.KIND.example(),
                                call -> ok(
                                        releases.update(call.principal(), call.space(), call.path("id"), call.body()))),
                Endpoint.delete("/releases/{id}")
                        .needs("ReleaseDelete")
                        .summary("Deletes a release and its deployments")
                        .does(this::delete),
                Endpoint.post("/releases/{id}/snapshot-variables")
                        .needs("ReleaseEdit")
                        .summary("Takes the variables of a release anew")
                        .answers(Release.class)
                        .does(call -> ok(releases.snapshotVariables(call.principal(), call.space(), call.path("id")))),
                read("/releases/{id}/missingPackages", "Packages of a release that are gone")
                        .answers(MissingPackages.class)
                        .does(call -> {
                            get(call);
                            return Response.ok(new MissingPackages(List.of()));
                        }),
                template("/projects/{project}/deploymentprocesses/template")
                        .does(call -> Response.ok(templates.of(
                                call.principal(),
                                call.space(),
                                call.path("project"),
                                call.query("channel"),
                                call.query("releaseId")))),
                template("/deploymentprocesses/{id}/template")
                        .does(call -> Response.ok(templates.ofProcess(
                                call.principal(), call.space(), call.path("id"), call.query("channel")))));
    }

    private static Endpoint page(String path, String summary) {
        return read(path, summary).answersPage(Release.class);
    }

    private static Endpoint read(String path, String summary) {
        return Endpoint.get(path).needs("ReleaseView").summary(summary).answers(Release.class);
    }

    private static Endpoint template(String path) {
        return Endpoint.get(path)
                .needs("ProcessView")
                .query("channel", "releaseId")
                .summary("The next version and the packages of a new release")
                .answers(ReleaseTemplates.Template.class);
    }

    private Response page(Call<Void> call, String filter, Function<ListQuery, Slice<Stored<Release>>> list) {
        Paging paging = Paging.of(call, Paging.USUAL_TAKE, filter);
        var query = new ListQuery(
                call.queryList("ids"), call.query(SEARCH), Optional.empty(), Map.of(), paging.skip(), paging.take());
        Slice<ObjectNode> slice = list.apply(query).map(releases::present);
        return Response.ok(paging.page("Release", slice.items(), slice.total()));
    }

    private Slice<Stored<Release>> ofProject(Call<Void> call, ListQuery query) {
        return releases.ofProject(call.principal(), call.space(), call.path("project"), query);
    }

    private Stored<Release> get(Call<Void> call) {
        return releases.get(call.principal(), call.space(), call.path("id"));
    }

    private Response ok(Stored<Release> release) {
        return Response.ok(releases.present(release));
    }

    private Response create(Call<Release> call) {
        boolean ignore = call.query("ignoreChannelRules")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        var wanted = NewRelease.of(call.body(), ignore);
        return Response.created(releases.present(releases.create(call.principal(), call.space(), wanted)));
    }

    private Response createByNames(Call<CreateReleaseCommand> call) {
        CreateReleaseCommand command = call.body();
        if (Optional.ofNullable(command.gitRef()).filter(ref -> !ref.isBlank()).isPresent()) {
            throw Problem.invalid("GitRef: the project is kept in the database, so no Git reference can be chosen. Send"
                    + " the command without it.");
        }
        Stored<Release> made = releases.create(call.principal(), call.space(), NewRelease.of(command));
        return Response.created(
                new CreateReleaseCommand.Answer(made.id(), made.value().version()));
    }

    private Response delete(Call<Void> call) {
        releases.delete(call.principal(), call.space(), call.path("id"));
        return Response.emptyObject();
    }
}
