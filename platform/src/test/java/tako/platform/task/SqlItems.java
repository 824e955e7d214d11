package tako.platform.task;

import java.util.Map;
import java.util.stream.Collectors;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Items in table {@code model_item}. */
final class SqlItems implements ModelItems {
    @Override
    public void put(Tx tx, String task, int item, String state) {
        tx.update("insert into model_item (task, item, state) values (:task, :item, :state)"
                        + " on conflict (task, item) do update set state = excluded.state")
                .bind("task", task)
                .bind("item", item)
                .bind("state", state)
                .execute();
    }

    @Override
    public Map<Integer, String> of(View view, String task) {
        return view.query("select item, state from model_item where task = :task")
                .bind("task", task)
                .map((row, context) -> Map.entry(row.getInt("item"), row.getString("state")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
