package tako.platform.database;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change without a result as one with an empty one. */
record WithoutResult(Consumer<Tx> change) implements Function<Tx, @Nullable Void> {
    @Override
    public @Nullable Void apply(Tx tx) {
        change.accept(tx);
        return null;
    }
}
