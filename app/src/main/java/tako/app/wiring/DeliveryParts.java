package tako.app.wiring;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.http.Route;
import tako.platform.process.Executor;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;
import tako.server.delivery.dashboard.CurrentDeliveries;
import tako.server.delivery.dashboard.DashboardRoutes;
import tako.server.delivery.dashboard.DashboardSources;
import tako.server.delivery.dashboard.Dashboards;
import tako.server.delivery.dashboard.ProgressionRoutes;
import tako.server.delivery.dashboard.Progressions;
import tako.server.delivery.deployment.AutomaticDeploymentTask;
import tako.server.delivery.deployment.AutomaticDeployments;
import tako.server.delivery.deployment.DeploymentEnds;
import tako.server.delivery.deployment.DeploymentPreviews;
import tako.server.delivery.deployment.DeploymentRenderingRoutes;
import tako.server.delivery.deployment.DeploymentRenderings;
import tako.server.delivery.deployment.DeploymentReruns;
import tako.server.delivery.deployment.DeploymentRoutes;
import tako.server.delivery.deployment.DeploymentRuns;
import tako.server.delivery.deployment.DeploymentSources;
import tako.server.delivery.deployment.Deployments;
import tako.server.delivery.eligibility.ReleaseProgressions;
import tako.server.delivery.release.DefectRoutes;
import tako.server.delivery.release.Defects;
import tako.server.delivery.release.FrozenReleases;
import tako.server.delivery.release.ReleaseKind;
import tako.server.delivery.release.ReleaseRoutes;
import tako.server.delivery.release.ReleaseSources;
import tako.server.delivery.release.ReleaseTemplates;
import tako.server.delivery.release.Releases;
import tako.server.delivery.run.CloseRun;
import tako.server.delivery.run.ProcessForecast;
import tako.server.delivery.run.RunEnds;
import tako.server.delivery.run.RunParts;
import tako.server.delivery.run.RunPreview;
import tako.server.delivery.run.RunTask;
import tako.server.delivery.run.WaitingRuns;
import tako.server.delivery.step.StepCatalogue;
import tako.server.delivery.step.StepHandler;
import tako.server.delivery.task.MachineTaskRoutes;
import tako.server.delivery.task.TaskByHand;
import tako.server.delivery.task.TaskLogRoutes;
import tako.server.delivery.task.TaskLogs;
import tako.server.delivery.task.TaskRerun;
import tako.server.delivery.task.TaskRoutes;
import tako.server.delivery.task.TaskSubjects;
import tako.server.delivery.task.Tasks;
import tako.server.infrastructure.machine.TargetProbe;
import tako.server.projects.variable.ReleasedVariables;
import tako.server.resource.Documents;

/** Releases, deployments, and what runs them. */
final class DeliveryParts {
    final List<TaskHandler> handlers;
    final Releases releases;
    final ReleasedVariables frozen;
    private final DeploymentEnds ends;
    private final RunEnds runEnds;
    private final WaitingRuns waitingRuns;
    private final List<Route<?>> routes;

    /** Where commands run, and how long a run waits for what it cannot hurry. */
    record Carrying(Executor executor, RunParts.Waits waits) {}

    /** Where runs keep things, and what carries out their actions. */
    record Running(
            RunParts.Stores stores,
            RunParts.Sources sources,
            Collection<StepHandler<?>> handlers,
            Collection<TargetProbe> probes,
            InterruptionParts interruptions,
            MailingParts mail,
            TaskQueue queue,
            Carrying carrying) {
        List<String> actionTypes() {
            return handlers.stream()
                    .flatMap(handler -> handler.actionTypes().stream())
                    .toList();
        }
    }

    DeliveryParts(
            Base base,
            Foundation foundation,
            LibraryParts library,
            ProjectParts projects,
            PeopleParts people,
            Running running) {
        var engine = foundation.engine;
        var questions = running.interruptions().questions;
        TaskQueue queue = running.queue();
        var targets = new TargetParts(
                foundation,
                library,
                people,
                new TargetParts.Checking(queue, running.stores().logs(), running.probes()));
        var releaseSources = new ReleaseSources(
                projects.projects,
                projects.channels,
                projects.processes,
                projects.variables,
                library.packages,
                foundation.snapshots,
                foundation.mapper);
        var releaseDocuments = new Documents<>(ReleaseKind.KIND, engine);
        var sources = new DeploymentSources(
                releaseSources,
                releaseDocuments,
                new ReleaseProgressions(projects.projects, projects.channels, library.lifecycles, library.environments),
                library.environments,
                library.machines,
                new ProcessForecast(),
                people.spaces::taskQueueStopped);
        var current = new CurrentDeliveries();
        var deployments = new Deployments(engine, sources, queue, current);
        var automatic = new AutomaticDeployments(engine, sources, deployments, queue);
        this.ends = new DeploymentEnds(engine, sources, deployments, automatic, current);
        this.frozen = new FrozenReleases(releaseDocuments, releaseSources);
        this.releases = new Releases(engine, releaseDocuments, releaseSources, automatic, foundation.zone);
        var templates = new ReleaseTemplates(engine, releaseDocuments, library.feeds, releaseSources, foundation.zone);
        this.runEnds = new RunEnds(queue, questions, base.clock());
        this.waitingRuns = new WaitingRuns(queue);
        var parts = new RunParts(
                running.stores(),
                running.sources(),
                questions,
                queue,
                new RunParts.Steps(
                        List.copyOf(running.handlers()), running.carrying().executor()),
                base.clock(),
                running.carrying().waits());
        var runs = new DeploymentRuns(engine, sources, deployments);
        this.handlers = Stream.concat(
                        Stream.of(
                                new RunTask(runs, parts),
                                new CloseRun(running.stores(), queue),
                                new AutomaticDeploymentTask(engine, sources, deployments, automatic)),
                        Stream.concat(targets.handlers.stream(), running.mail().handlers.stream()))
                .toList();
        var renderings = new DeploymentRenderings(engine, sources, deployments, new RunPreview(parts));
        var reruns = Map.<String, TaskRerun>of(DeploymentRuns.TASK_KIND, new DeploymentReruns(engine, deployments));
        var subjects = new TaskSubjects(foundation.mapper);
        var tasks = new Tasks(engine, queue, subjects, byHand(targets, running.mail()), reruns);
        var dashboardSources = new DashboardSources(
                projects.projects, library.groups, projects.channels, library.lifecycles, library.environments);
        var progressions = new Progressions(
                engine, dashboardSources, releaseDocuments, sources.progressions(), deployments, tasks::present);
        this.routes = Stream.of(
                        new TaskRoutes(tasks).routes(),
                        running.interruptions().routes(queue),
                        new TaskLogRoutes(new TaskLogs(tasks, running.stores().logs())).routes(),
                        new MachineTaskRoutes(tasks, library.machines).routes(),
                        targets.routes(),
                        running.mail().routes(),
                        new DashboardRoutes(new Dashboards(engine, dashboardSources), foundation.mapper).routes(),
                        new ProgressionRoutes(progressions).routes(),
                        new ReleaseRoutes(releases, templates).routes(),
                        new DefectRoutes(new Defects(engine, releaseDocuments, automatic)).routes(),
                        new DeploymentRenderingRoutes(renderings).routes(),
                        new StepCatalogue(running.actionTypes()).routes(),
                        new DeploymentRoutes(deployments, new DeploymentPreviews(engine, sources, deployments))
                                .routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
    }

    List<Route<?>> routes() {
        return routes;
    }

    private static Map<String, TaskByHand> byHand(TargetParts targets, MailingParts mail) {
        Map<String, TaskByHand> all = new HashMap<>(targets.byHand);
        all.putAll(mail.byHand);
        return all;
    }

    /** What follows from the end of a deployment's task. */
    void deploymentEnded(Tx tx, TaskRow task) {
        ends.ended(tx, task);
        runEnds.ended(tx, task);
        waitingRuns.ended(tx, task);
    }

    /** Lets those go on that wait for a task of another kind. */
    void otherEnded(Tx tx, TaskRow task) {
        waitingRuns.ended(tx, task);
    }
}
