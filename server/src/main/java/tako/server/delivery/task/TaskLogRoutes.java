package tako.server.delivery.task;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.platform.log.Level;
import tako.platform.log.LineQuery;

/** The routes of the logs of tasks. */
public final class TaskLogRoutes {
    private static final int USUAL_LINES = 500;
    private static final int MOST_LINES = 10_000;

    private final TaskLogs logs;

    public TaskLogRoutes(TaskLogs logs) {
        this.logs = logs;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                get("/tasks/{id}/details", "A task with the tree of its log", TaskLogs.Details.class)
                        .query("verbose", "tail", "ranges")
                        .does(this::details),
                get("/tasks/{id}/raw", "The log as plain text", Void.class).does(this::raw),
                get("/tasks/{id}/log/tree", "The nodes of the log without lines", TaskLogs.Tree.class)
                        .does(this::tree),
                get("/tasks/{id}/log/lines", "Lines by number; without 'from' the last ones", TaskLogs.Lines.class)
                        .query("from", "take", "node", "level")
                        .does(this::lines),
                get("/tasks/{id}/log/search", "Where a text stands in the log", TaskLogs.Matches.class)
                        .query("q", "level", "node", "cursor", "take")
                        .does(this::search));
    }

    private static Endpoint get(String path, String summary, Type answer) {
        return Endpoint.get(path)
                .in(Scope.MIXED)
                .needs("TaskView")
                .summary(summary)
                .answers(answer);
    }

    private Response details(Call<Void> call) {
        boolean verbose = call.query("verbose").map(Boolean::parseBoolean).orElse(true);
        ActivityLog.Wish wish = new ActivityLog.Wish(verbose, call.queryInt("tail", Integer.MAX_VALUE));
        return Response.ok(logs.details(call.principal(), call.space(), call.path("id"), wish));
    }

    private Response raw(Call<Void> call) {
        String text = logs.raw(call.principal(), call.space(), call.path("id"));
        return new Response.Text(200, "text/plain", text, List.of());
    }

    private Response tree(Call<Void> call) {
        return Response.ok(logs.tree(call.principal(), call.space(), call.path("id")));
    }

    private Response lines(Call<Void> call) {
        LineQuery.Range range = call.query("from").isPresent()
                ? new LineQuery.Range.After(Math.max(0, call.queryInt("from", 1) - 1L))
                : new LineQuery.Range.Tail();
        return Response.ok(logs.lines(call.principal(), call.space(), call.path("id"), query(call, range)));
    }

    private Response search(Call<Void> call) {
        String text = call.query("q")
                .orElseThrow(() -> Problem.invalid("q: say which text to look for, for example ?q=error."));
        LineQuery query = query(call, new LineQuery.Range.After(call.queryInt("cursor", 0)));
        return Response.ok(logs.search(call.principal(), call.space(), call.path("id"), text, query));
    }

    private static LineQuery query(Call<?> call, LineQuery.Range range) {
        int take = Math.min(MOST_LINES, call.queryInt("take", USUAL_LINES));
        return new LineQuery(call.query("node"), levels(call), range, take);
    }

    private static Set<Level> levels(Call<?> call) {
        List<String> names = call.queryList("level");
        Set<Level> levels = EnumSet.noneOf(Level.class);
        names.forEach(name -> levels.add(level(name)
                .orElseThrow(() -> Problem.invalid("level: '" + name + "' is not a level. Write one of "
                        + Arrays.stream(Level.values()).map(Level::wireName).collect(Collectors.joining(", "))
                        + "."))));
        return levels;
    }

    private static Optional<Level> level(String name) {
        return Arrays.stream(Level.values())
                .filter(level -> level.wireName().equalsIgnoreCase(name))
                .findFirst();
    }
}
