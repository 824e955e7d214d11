package tako.server.delivery.task;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Page;
import tako.platform.http.Paging;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.server.resource.Members;
import tako.server.resource.Slice;
import tools.jackson.databind.node.ObjectNode;

/** The routes of tasks. Each answers for every space too. */
public final class TaskRoutes {
    private static final String VIEW = "TaskView";

    private final Tasks tasks;

    public TaskRoutes(Tasks tasks) {
        this.tasks = tasks;
    }

    /** A page of tasks with how many there are in each state. */
    record TaskPage(
            String itemType,
            long totalResults,
            int itemsPerPage,
            long numberOfPages,
            long lastPageNumber,
            List<TaskResource> items,
            TaskCounts totalCounts,
            TaskCounts totalCountsInOtherSpaces,
            Map<String, String> links) {}

    /** A kind of tasks. */
    record TaskType(String id, String name, Map<String, String> links) {}

    /** What a task waits for. */
    record StatusMessages(List<String> messages) {}

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                get("/tasks", "Tasks, the newest first", TaskPage.class)
                        .query(TaskQueries.FILTERS)
                        .does(this::list),
                get("/tasks/tasktypes", "The kinds of tasks", List.class).does(this::types),
                get("/tasks/{id}", "A task", TaskResource.class).does(this::one),
                get("/tasks/{id}/queued-behind", "The tasks that go before a queued one", TaskResource.class)
                        .answersPage(TaskResource.class)
                        .query("skip", "take")
                        .does(this::queuedBehind),
                get("/tasks/{id}/blockedby", "The tasks that a queued one waits for", TaskResource.class)
                        .answersPage(TaskResource.class)
                        .does(this::queuedBehind),
                get("/tasks/{id}/status/messages", "What a task waits for", StatusMessages.class)
                        .does(this::messages),
                post("/tasks", "TaskCreate", "Queues a task by hand")
                        .takes(ObjectNode.class, Map.of("Name", "Health", "Description", "Check"), this::create),
                post("/tasks/rerun/{id}", "TaskCreate", "Runs a task again").does(this::rerun),
                post("/tasks/{id}/cancel", "TaskCancel", "Cancels a task").does(this::cancel),
                post("/tasks/{id}/state", "TaskEdit", "Sets the end of a task right")
                        .takes(ObjectNode.class, Map.of("State", "Failed", "Reason", "It did not work"), this::state),
                post("/tasks/{id}/prioritize", "TaskEdit", "Moves a queued task before all others")
                        .does(this::prioritize));
    }

    private static Endpoint get(String path, String summary, Type answer) {
        return Endpoint.get(path).in(Scope.MIXED).needs(VIEW).summary(summary).answers(answer);
    }

    private static Endpoint post(String path, String permission, String summary) {
        return Endpoint.post(path)
                .in(Scope.MIXED)
                .needs(permission)
                .summary(summary)
                .answers(TaskResource.class);
    }

    private Response list(Call<Void> call) {
        Paging paging = Paging.of(call, Paging.USUAL_TAKE, TaskQueries.FILTERS);
        Optional<TaskQuery> query = TaskQueries.of(call, paging);
        Tasks.Listing listing = query.map(asked -> tasks.list(call.principal(), call.space(), asked))
                .orElse(new Tasks.Listing(new Slice<>(List.of(), 0), TaskCounts.NONE, TaskCounts.NONE));
        Page<TaskResource> page =
                paging.page("Task", listing.tasks().items(), listing.tasks().total());
        return Response.ok(new TaskPage(
                page.itemType(),
                page.totalResults(),
                page.itemsPerPage(),
                page.numberOfPages(),
                page.lastPageNumber(),
                page.items(),
                listing.here(),
                listing.elsewhere(),
                page.links()));
    }

    private Response types(Call<Void> call) {
        return Response.ok(tasks.kinds(call.principal(), call.space()).stream()
                .map(kind -> new TaskType(kind, kind, Map.of()))
                .toList());
    }

    private Response one(Call<Void> call) {
        return Response.ok(tasks.get(call.principal(), call.space(), call.path("id")));
    }

    private Response queuedBehind(Call<Void> call) {
        Paging paging = Paging.of(call, Paging.USUAL_TAKE);
        Slice<TaskResource> behind =
                tasks.queuedBehind(call.principal(), call.space(), call.path("id"), paging.skip(), paging.take());
        return Response.ok(paging.page("Task", behind.items(), behind.total()));
    }

    private Response messages(Call<Void> call) {
        return Response.ok(new StatusMessages(tasks.waitsFor(call.principal(), call.space(), call.path("id"))));
    }

    private Response create(Call<ObjectNode> call) {
        String name = text(call.body(), "Name");
        if (name.isBlank()) {
            throw Problem.invalid("Name: say which kind of task, for example {\"Name\": \"Health\"}.");
        }
        var wanted = new Tasks.Wanted(
                name, text(call.body(), "SpaceId"), text(call.body(), "Description"), arguments(call.body()));
        return Response.created(tasks.create(call.principal(), call.space(), wanted));
    }

    private static ObjectNode arguments(ObjectNode body) {
        return Members.find(body, "Arguments")
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(body::objectNode);
    }

    private Response rerun(Call<Void> call) {
        return Response.ok(tasks.rerun(call.principal(), call.space(), call.path("id")));
    }

    private Response cancel(Call<Void> call) {
        return Response.ok(tasks.cancel(call.principal(), call.space(), call.path("id")));
    }

    private Response state(Call<ObjectNode> call) {
        String state = text(call.body(), "State");
        String reason = text(call.body(), "Reason");
        return Response.ok(tasks.changeState(call.principal(), call.space(), call.path("id"), state, reason));
    }

    private Response prioritize(Call<Void> call) {
        return Response.ok(tasks.prioritize(call.principal(), call.space(), call.path("id")));
    }

    /** A member's text, its name compared without regard to case; "" for none. */
    private static String text(ObjectNode body, String member) {
        return body.properties().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(member))
                .map(entry -> entry.getValue().asString(""))
                .findFirst()
                .orElse("");
    }
}
