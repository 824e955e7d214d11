package tako.server.infrastructure.health;

import java.util.Set;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.log.LogFenced;
import tako.platform.log.LogUnavailable;
import tako.platform.log.LogWriter;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskLost;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRun;

/** Runs health tasks. Asking twice does no harm: after a crash, what has no outcome yet is asked again. */
public final class HealthTask implements TaskHandler {
    private final HealthParts parts;
    private final Probes probes;
    private final HealthLimits limits;

    public HealthTask(HealthParts parts, Probes probes, HealthLimits limits) {
        this.parts = parts;
        this.probes = probes;
        this.limits = limits;
    }

    @Override
    public String kind() {
        return HealthTasks.KIND;
    }

    @Override
    public Slot slot() {
        return Slot.CHORE;
    }

    @Override
    public Set<Integer> formats() {
        return Set.of(HealthTasks.FORMAT);
    }

    @Override
    public TaskResult run(TaskRun run) throws InterruptedException {
        TaskRow task = run.task();
        try (LogWriter writer = parts.logs().writer(task.id(), task.epoch())) {
            return new HealthRun(run, parts, probes, new HealthLog(writer)).go(limits);
        } catch (LogFenced fenced) {
            throw new TaskLost(task.id());
        } catch (LogUnavailable unavailable) {
            throw new DatabaseUnavailable(String.valueOf(unavailable.getMessage()), unavailable);
        }
    }
}
