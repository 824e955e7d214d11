package tako.platform.task;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.database.Dialect;
import tako.platform.database.Tx;
import tako.platform.database.View;

/**
 * The database as one process of a node sees it. Before and after each call its node may stand still while others act, or be killed, or
 * lose the database: so a commit may be unknown to the one that made it.
 */
final class ModelDatabase implements Database {
    private final ModelWorld world;
    private final ModelNode node;
    private final Database real;
    private boolean dead;

    ModelDatabase(ModelWorld world, ModelNode node) {
        this.world = world;
        this.node = node;
        this.real = world.storage.database();
    }

    /** Its process is killed: whatever it still does reaches nothing. */
    void die() {
        dead = true;
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> query) {
        require();
        T result = real.read(query);
        world.meanwhile(node);
        require();
        return result;
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> change) {
        return changed(() -> real.write(change));
    }

    @Override
    public <T extends @Nullable Object> T claim(Function<Tx, T> claim) {
        return changed(() -> real.claim(claim));
    }

    private <T extends @Nullable Object> T changed(Change<T> change) {
        world.meanwhile(node);
        require();
        T result = change.commit();
        world.judge.committed(this, node);
        world.meanwhile(node);
        require();
        return result;
    }

    /** A transaction. */
    private interface Change<T extends @Nullable Object> {
        T commit();
    }

    private void require() {
        if (dead || node.cutOff()) {
            throw new DatabaseUnavailable("The database of the model is gone.", new IllegalStateException(node.name()));
        }
    }

    @Override
    public void onHint(String channel, Runnable listener) {}

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public void close() {}
}
