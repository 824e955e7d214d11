package tako.server.delivery.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tako.platform.blob.Blobs.Blob;
import tako.platform.database.Tx;
import tako.platform.process.Executor;
import tako.platform.secret.Secret;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepLog;

/** What the engine offers to one attempt of one item. Outputs are kept with the item's end, artifacts at once. */
final class ItemContext implements RunContext {
    private final ItemJob job;
    private final ItemLog log;
    private final Executor executor;
    private final List<RunOutput> outputs = new ArrayList<>();

    ItemContext(ItemJob job, ItemLog log, Executor executor) {
        this.job = job;
        this.log = log;
        this.executor = executor;
    }

    @Override
    public String executionKey() {
        return job.item().executionKey(job.run().task().id());
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public StepLog log() {
        return log;
    }

    @Override
    public synchronized void setOutput(String name, String value, boolean sensitive) {
        if (sensitive && !job.mask().add(value)) {
            job.session().log().tooShort(List.of(name));
        }
        tellOfSecretsIn(name, value, sensitive);
        String action = job.action().action().label();
        Item item = job.item();
        outputs.add(new RunOutput(action, item.id().target(), item.targetName(), name, Secret.of(value), sensitive));
    }

    private void tellOfSecretsIn(String name, String value, boolean sensitive) {
        if (job.mask().isIn(name)) {
            log.warning(
                    "The name of the output " + name + " holds a sensitive value, so it is kept as it is shown here.");
        }
        if (!sensitive && job.mask().isIn(value)) {
            log.verbose("The output " + name + " holds a sensitive value, so it is kept as one.");
        }
    }

    /** What was set, in order, as it may be kept. */
    synchronized List<RunOutput> outputs() {
        return outputs.stream().map(output -> output.keptBy(job.mask())).toList();
    }

    @Override
    public void addArtifact(Path file, String called) {
        String name = job.mask().mask(called);
        try (InputStream content = Files.newInputStream(file)) {
            Blob blob = job.parts().stores().blobs().put(content);
            long now = job.parts().clock().millis();
            String id = job.checkpoints()
                    .write(tx -> Artifacts.add(tx, job.run().task().id(), log.node(), name, blob, now));
            log.info("Kept the artifact " + name + " (" + blob.size() + " bytes, " + id + ").");
        } catch (IOException e) {
            log.error("The artifact " + name + " could not be kept: " + e.getMessage()
                    + ". Check that the file exists and that the server has room.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public <T> T write(Function<Tx, T> change) throws InterruptedException {
        return job.checkpoints().write(change);
    }

    @Override
    public void mask(String value) {
        if (!job.mask().add(value)) {
            job.session()
                    .log()
                    .tooShort(List.of("one that " + job.action().action().label() + " asked to hide"));
        }
    }
}
