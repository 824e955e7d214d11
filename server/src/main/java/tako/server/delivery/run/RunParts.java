package tako.server.delivery.run;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tako.platform.blob.Blobs;
import tako.platform.database.Database;
import tako.platform.log.LogStore;
import tako.platform.process.Executor;
import tako.platform.secret.Secrets;
import tako.platform.task.TaskQueue;
import tako.server.delivery.interruption.Questions;
import tako.server.delivery.step.StepHandler;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.variable.MembersOf;
import tako.server.projects.variable.TargetVariables;
import tako.server.resource.Documents;
import tako.server.resource.Snapshots;
import tools.jackson.databind.json.JsonMapper;

/** What runs work with. */
public record RunParts(
        Stores stores,
        Sources sources,
        Questions questions,
        TaskQueue queue,
        Steps steps,
        InstantSource clock,
        Waits waits) {

    /** Where things are kept. */
    public record Stores(
            Database database,
            JsonMapper mapper,
            Snapshots snapshots,
            Documents<Machine> machines,
            Secrets secrets,
            LogStore logs,
            Blobs blobs) {}

    /** What other features know of an item's surroundings when it starts. */
    public record Sources(TargetVariables targets, PackageFeeds feeds, MembersOf members) {
        /** Targets and references that contribute nothing, and no feeds. */
        public static final Sources NONE = new Sources(
                (view, target) -> TargetVariables.Contribution.NONE,
                (view, space, named) -> Optional.empty(),
                (view, named) -> TargetVariables.Contribution.NONE);
    }

    /** What carries out actions, and where their commands run. */
    public record Steps(List<StepHandler<?>> handlers, Executor executor) {}

    /**
     * How long a run waits for what it cannot hurry.
     *
     * @param lock until it looks again whether a target is free, or what it waits for has happened, while it has other things to do;
     *     for a target alone it waits longer each time, up to {@code child}
     * @param outage until it asks again a database that did not answer
     * @param outages how often it asks before it gives up and is queued again
     * @param stop how long steps may take to stop, together; shorter than the queue's grace, so that the run itself still ends its log
     * @param child until it looks again whether a task has ended of whose end it is told
     */
    public record Waits(Duration lock, Duration outage, int outages, Duration stop, Duration child) {
        /** The product's. */
        public static Waits standard() {
            return new Waits(
                    Duration.ofSeconds(2), Duration.ofMillis(500), 60, Duration.ofSeconds(8), Duration.ofMinutes(1));
        }
    }
}
