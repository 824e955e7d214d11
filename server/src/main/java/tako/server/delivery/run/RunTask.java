package tako.server.delivery.run;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.log.Level;
import tako.platform.log.LogFenced;
import tako.platform.log.LogLine;
import tako.platform.log.LogUnavailable;
import tako.platform.log.LogWriter;
import tako.platform.log.Masking;
import tako.platform.task.TaskHandler;
import tako.platform.task.TaskLost;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRun;

/** Runs the tasks of a kind of documents that own runs: deployments, runs of runbooks. */
public final class RunTask implements TaskHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RunTask.class);

    /** How many lines are looked at for what was said already. */
    private static final int MOST_SAID = 10_000;

    private final RunSource source;
    private final RunParts parts;
    private final Handlers handlers;

    public RunTask(RunSource source, RunParts parts) {
        this.source = source;
        this.parts = parts;
        this.handlers = new Handlers(parts.steps().handlers());
    }

    @Override
    public String kind() {
        return source.taskKind();
    }

    @Override
    public Slot slot() {
        return Slot.WORK;
    }

    @Override
    public Set<Integer> formats() {
        return Set.of(RunRows.FORMAT);
    }

    @Override
    public TaskResult run(TaskRun run) throws InterruptedException {
        TaskRow task = run.task();
        try (LogWriter writer = parts.stores().logs().writer(task.id(), task.epoch())) {
            Masking mask = new Masking();
            return new Opened(run, new RunLog(writer, mask, text -> written(task.id(), text)), mask).go();
        } catch (LogFenced fenced) {
            throw new TaskLost(task.id());
        } catch (LogUnavailable unavailable) {
            throw new DatabaseUnavailable(String.valueOf(unavailable.getMessage()), unavailable);
        }
    }

    /** The warnings and asides of a log that hold a text. */
    private List<String> written(String task, String text) {
        return new SaidLines(parts.stores().logs(), task, RunLog.ROOT, Set.of(Level.WARNING, Level.VERBOSE))
                .holding(text, MOST_SAID).stream().map(LogLine::text).toList();
    }

    /** A run whose log is open. */
    private final class Opened {
        private final TaskRun run;
        private final RunLog log;
        private final Masking mask;
        private final Checkpoints checkpoints;

        Opened(TaskRun run, RunLog log, Masking mask) {
            this.run = run;
            this.log = log;
            this.mask = mask;
            this.checkpoints = new Checkpoints(run, parts.stores().database(), parts.waits());
        }

        TaskResult go() throws InterruptedException {
            try {
                return masked(carryOut());
            } catch (DatabaseUnavailable | LogUnavailable | TaskLost | LogFenced fault) {
                throw fault;
            } catch (RuntimeException broken) {
                LOG.error("The run of {} broke: {}", run.task().id(), MaskedTrace.of(broken, mask));
                String reason =
                        mask.mask("The run broke: " + broken + ". This is a defect of the server; its log says more.");
                log.beginUnlessBegun(kind());
                log.line(Level.FATAL, reason);
                log.end(ItemState.FAILED);
                checkpoints.flush(log);
                return new TaskResult.Failed(reason);
            }
        }

        private TaskResult carryOut() throws InterruptedException {
            RunSecrets secrets = new RunSecrets(parts.stores().secrets(), mask::add);
            LoadedRun loaded = checkpoints.read(
                    view -> LoadedRun.of(view, source.spec(view, run.task()), parts.stores(), secrets));
            log.begin(loaded.spec().title());
            if (!checkpoints.read(view -> RunRows.begun(view, run.task().id()))) {
                tell(loaded.variables());
            }
            List<String> refusals = checkpoints.write(tx -> RunBeginning.begin(tx, run.task(), source, parts.clock()));
            if (!refusals.isEmpty()) {
                return refused(refusals);
            }
            boolean bypass = loaded.variables().isOn("OctopusBypassDeploymentMutex");
            ItemJob.Session session = new ItemJob.Session(run, loaded, parts, checkpoints, log, mask);
            return new RunWalk(session, handlers, bypass).walk();
        }

        /** Of the result people read the texts. */
        private TaskResult masked(TaskResult result) {
            return switch (result) {
                case TaskResult.Failed(String reason) -> new TaskResult.Failed(mask.mask(reason));
                case TaskResult.Parked parked ->
                    new TaskResult.Parked(mask.mask(parked.waitingFor()), parked.until(), parked.keepLocks());
                case TaskResult.Succeeded succeeded -> succeeded;
                case TaskResult.Canceled canceled -> canceled;
            };
        }

        /** What is to be known of the variables of the whole run, before it begins. */
        private void tell(RunVariables variables) throws InterruptedException {
            log.duplicates(variables.duplicates());
            print(variables, "OctopusPrintVariables", false);
            print(variables, "OctopusPrintEvaluatedVariables", true);
            checkpoints.flush(log);
        }

        private void print(RunVariables variables, String name, boolean evaluated) {
            if (variables.isOn(name)) {
                log.line(
                        Level.WARNING,
                        name + " is on: the variables are written into this log, which takes time and space. "
                                + "Remove it when you have seen enough.");
                variables.lines(evaluated).forEach(line -> log.line(Level.VERBOSE, line));
            }
        }

        private TaskResult refused(List<String> refusals) throws InterruptedException {
            refusals.forEach(refusal -> log.line(Level.FATAL, refusal));
            log.end(ItemState.FAILED);
            checkpoints.flush(log);
            return new TaskResult.Failed(String.join(" ", refusals));
        }
    }
}
