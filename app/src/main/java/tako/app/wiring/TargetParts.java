package tako.app.wiring;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.http.Route;
import tako.platform.log.LogStore;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskQueue;
import tako.server.delivery.task.TaskByHand;
import tako.server.delivery.task.TaskSubject;
import tako.server.delivery.task.TaskSubjects;
import tako.server.infrastructure.health.ConnectionRoutes;
import tako.server.infrastructure.health.Connections;
import tako.server.infrastructure.health.HealthLimits;
import tako.server.infrastructure.health.HealthParts;
import tako.server.infrastructure.health.HealthSchedule;
import tako.server.infrastructure.health.HealthSubjects;
import tako.server.infrastructure.health.HealthTask;
import tako.server.infrastructure.health.HealthTasks;
import tako.server.infrastructure.health.Probes;
import tako.server.infrastructure.machine.DeploymentTargets;
import tako.server.infrastructure.machine.MachineRoutes;
import tako.server.infrastructure.machine.TargetProbe;

/** Deployment targets, and the tasks that check them. */
final class TargetParts {
    final List<TaskHandler> handlers;
    final Map<String, TaskByHand> byHand;
    private final List<Route<?>> routes;

    /** What checks run on. */
    record Checking(TaskQueue queue, LogStore logs, Collection<TargetProbe> probes) {}

    TargetParts(Foundation foundation, LibraryParts library, PeopleParts people, Checking checking) {
        var subjects = new TaskSubjects(foundation.mapper);
        var parts = new HealthParts(foundation.engine, library.machines, checking.logs(), new Subjects(subjects));
        var probes = new Probes(checking.probes());
        var health = new HealthTasks(parts, checking.queue(), probes, people.spaces::taskQueueStopped);
        var targets = new DeploymentTargets(foundation.engine, library.machines, health);
        this.handlers = List.of(
                new HealthTask(parts, probes, HealthLimits.standard()),
                new HealthSchedule(foundation.engine, checking.queue(), health, probes));
        this.byHand = Map.of(HealthTasks.KIND, new TaskByHand(List.of(HealthTasks.PERMISSION), health::queue));
        this.routes = Stream.of(
                        new MachineRoutes(targets).routes(), new ConnectionRoutes(new Connections(parts)).routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
    }

    List<Route<?>> routes() {
        return routes;
    }

    /** The rows of what tasks are about belong to the feature of tasks. */
    private record Subjects(TaskSubjects rows) implements HealthSubjects {
        @Override
        public void record(Tx tx, String task, Subject subject) {
            var about = new TaskSubject.About("", subject.environment(), "", "");
            rows.record(
                    tx, task, new TaskSubject(subject.description(), subject.arguments(), about, subject.related()));
        }

        @Override
        public void warned(Tx tx, String task) {
            TaskSubjects.warned(tx, task);
        }
    }
}
