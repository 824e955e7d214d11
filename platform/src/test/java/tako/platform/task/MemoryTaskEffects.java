package tako.platform.task;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Effects in memory. */
final class MemoryTaskEffects implements TaskEffects {
    private final MemoryTable<String, List<String>> effects = new MemoryTable<>();

    @Override
    public void add(Tx tx, String task, String what) {
        List<String> before = effects.find(task).orElse(List.of());
        effects.put(
                tx,
                task,
                Stream.concat(before.stream(), Stream.of(what)).sorted().toList());
    }

    @Override
    public List<String> of(View view, String task) {
        return effects.find(task).orElse(List.of());
    }
}
