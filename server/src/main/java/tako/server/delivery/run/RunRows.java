package tako.server.delivery.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The SQL of {@code run} and {@code run_step}. Each write says the same when it is repeated. */
final class RunRows {
    /** The format of what is written here; a newer server may write another. */
    static final int FORMAT = 1;

    private RunRows() {}

    static boolean begun(View view, String task) {
        return view.query("select count(*) from run where task = :task")
                        .bind("task", task)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static void begin(Tx tx, String task, long now) {
        tx.update("insert into run (task, format, started_at) values (:task, :format, :now)")
                .bind("task", task)
                .bind("format", FORMAT)
                .bind("now", now)
                .execute();
    }

    /** How far a run is. */
    static RunStates states(View view, String task) {
        Map<Integer, List<Item>> items = ItemRows.of(view, task);
        Map<Integer, StepTurn> turns = new TreeMap<>();
        view.query("select step, skipped, at_once from run_step where task = :task order by step")
                .bind("task", task)
                .map((row, context) -> new StepTurn(
                        row.getInt("step"),
                        Optional.of(row.getString("skipped")).filter(reason -> !reason.isEmpty()),
                        row.getInt("at_once"),
                        List.copyOf(items.getOrDefault(row.getInt("step"), List.of()))))
                .forEach(turn -> turns.put(turn.step(), turn));
        return new RunStates(turns);
    }

    /** Fixes what a step does; what is fixed stays so. Whether it was not before. */
    static boolean turn(Tx tx, String task, StepTurn turn) {
        boolean added = tx.update("""
                                insert into run_step (task, step, skipped, at_once)
                                values (:task, :step, :skipped, :atOnce) on conflict (task, step) do nothing""")
                        .bind("task", task)
                        .bind("step", turn.step())
                        .bind("skipped", turn.skipped().orElse(""))
                        .bind("atOnce", turn.window())
                        .execute()
                == 1;
        if (added) {
            ItemRows.insert(tx, task, turn.items());
        }
        return added;
    }
}
