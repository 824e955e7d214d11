package tako.server.delivery.task;

import java.util.List;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.DocumentService;
import tako.server.resource.Slice;

/** The tasks that deal with a deployment target: checks of it, and what was deployed to it. */
public final class MachineTaskRoutes {
    private final Tasks tasks;
    private final DocumentService<Machine> machines;

    public MachineTaskRoutes(Tasks tasks, DocumentService<Machine> machines) {
        this.tasks = tasks;
        this.machines = machines;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(Endpoint.get("/machines/{id}/tasks")
                .needs("TaskView")
                .query("skip", "take", "type")
                .summary("Lists the tasks of a target, the newest first")
                .answersPage(TaskResource.class)
                .does(this::page));
    }

    private Response page(Call<Void> call) {
        String machine =
                machines.get(call.principal(), call.space(), call.path("id")).id();
        Paging paging = Paging.of(call, Paging.USUAL_TAKE, "type");
        TaskQuery query = TaskQuery.ofTarget(machine, call.queryList("type"), paging.skip(), paging.take());
        Slice<TaskResource> found =
                tasks.list(call.principal(), call.space(), query).tasks();
        return Response.ok(paging.page("Task", found.items(), found.total()));
    }
}
