package tako.server.delivery.run;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.log.Level;
import tako.platform.log.LogFenced;
import tako.platform.log.LogUnavailable;
import tako.platform.process.Executor;
import tako.platform.task.TaskLost;
import tako.server.delivery.step.Awaited;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.Rendering;
import tako.server.delivery.step.RenderingRefused;
import tako.server.delivery.step.StepHandler;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Stored;

/** Carries out one attempt of one item: variables, rendering, effect. */
final class ItemRun {
    /** What is known of an item that was interrupted. */
    static final String INTERRUPTED = "It was interrupted; it may have run. Check what it did, then deploy again.";

    private static final Logger LOG = LoggerFactory.getLogger(ItemRun.class);

    private final ItemJob job;
    private final Handlers handlers;
    private final ItemLog log;
    private final ItemContext context;

    ItemRun(ItemJob job, Handlers handlers) {
        this.job = job;
        this.handlers = handlers;
        this.log = job.session().log().open(job.step(), job.item());
        Executor executor = job.parts().steps().executor();
        this.context = new ItemContext(job, log, job.attach() ? new AttachOnly(executor) : executor);
    }

    /** Runs on the calling thread, which is interrupted to stop it. */
    ItemEnd run() {
        try {
            return switch (carryOut()) {
                case Outcome.Succeeded() -> end(ItemState.SUCCEEDED, "");
                case Outcome.Failed(String reason) -> failed(reason);
                case Outcome.Waits(Awaited awaited) -> end(ItemState.WAITING, "", Optional.of(awaited));
            };
        } catch (RenderingRefused refused) {
            return failed(String.join(" ", refused.problems()));
        } catch (AttachOnly.Gone gone) {
            return failed(INTERRUPTED);
        } catch (InterruptedException stopped) {
            return end(ItemState.CANCELED, "");
        } catch (DatabaseUnavailable | LogUnavailable | TaskLost | LogFenced fault) {
            return fault(fault);
        } catch (RuntimeException | Error broken) {
            LOG.error(
                    "The step {} of {} broke: {}",
                    job.item().id().key(),
                    job.run().task().id(),
                    MaskedTrace.of(broken, job.mask()));
            return failed(broke(job.run().task().id()));
        }
    }

    /** What is said of a step whose handler broke. */
    static String broke(String task) {
        return "The step broke. This is a defect of its implementation; the server's log says more under " + task + ".";
    }

    private Outcome carryOut() throws InterruptedException {
        if (job.step().asksForTargets() && job.item().id().target().isEmpty()) {
            return new Outcome.Failed(TurnRule.NO_PLACE);
        }
        Optional<StepHandler<?>> handler = handlers.of(job.action());
        if (handler.isEmpty()) {
            return new Outcome.Failed(Handlers.cannotCarryOut(job.action()));
        }
        Optional<ItemRendering.Collected> collected = job.checkpoints().reads(this::collected);
        if (collected.isEmpty()) {
            return new Outcome.Failed("The deployment target " + job.item().targetName()
                    + " was deleted before its turn came. Deploy again.");
        }
        RenderContext rendering = collected.get().context();
        job.session().log().duplicates(collected.get().duplicates());
        job.session().log().tooShort(collected.get().tooShort());
        List<String> unresolved =
                Substitutions.complaints(rendering.properties(), rendering.variables(), rendering.sensitive());
        unresolved.forEach(log::verbose);
        if (!unresolved.isEmpty()
                && rendering
                        .variables()
                        .evaluate("#{" + Substitutions.FAIL + "}")
                        .isTrue()) {
            return new Outcome.Failed(String.join(" ", unresolved) + " Define what is missing, or remove the variable "
                    + Substitutions.FAIL + ".");
        }
        return apply(handler.get(), rendering);
    }

    private <R extends Rendering> Outcome apply(StepHandler<R> handler, RenderContext rendering)
            throws InterruptedException {
        try {
            return handler.run(handler.render(rendering), context);
        } finally {
            log.endStreams();
        }
    }

    /** What the rendering depends on; empty when the target is gone. */
    private Optional<ItemRendering.Collected> collected(Database database) {
        String id = job.item().id().target();
        Optional<Stored<Machine>> target = id.isEmpty()
                ? Optional.empty()
                : database.read(view -> job.parts().stores().machines().anywhere(view, id));
        if (!id.isEmpty() && target.isEmpty()) {
            return Optional.empty();
        }
        LoadedRun loaded = job.session().loaded();
        ItemRendering rendering = new ItemRendering(
                database, loaded, job.parts().sources(), clear -> job.mask().add(clear));
        RunVariables.Moment moment = database.read(view -> RunMoment.of(view, job));
        return Optional.of(rendering.of(job.step(), job.action(), target, moment));
    }

    /** The reason is an error in the log once: a step may have said it itself. */
    private ItemEnd failed(String reason) {
        if (!log.lastError().equals(reason)) {
            log.line(Level.FATAL, reason);
        }
        return end(ItemState.FAILED, reason);
    }

    private ItemEnd end(ItemState state, String reason) {
        return end(state, reason, Optional.empty());
    }

    private ItemEnd end(ItemState state, String reason, Optional<Awaited> awaited) {
        return new ItemEnd(job.item(), state, reason, awaited, context.outputs(), log.hasWarning(), Optional.empty());
    }

    private ItemEnd fault(RuntimeException fault) {
        return new ItemEnd(job.item(), ItemState.CANCELED, "", Optional.empty(), List.of(), false, Optional.of(fault));
    }
}
