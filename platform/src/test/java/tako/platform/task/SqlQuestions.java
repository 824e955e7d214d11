package tako.platform.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Questions in table {@code model_question}. */
final class SqlQuestions implements ModelQuestions {
    private static final RowMapper<Question> MAPPER = (row, context) -> new Question(
            row.getString("id"), row.getString("task"), row.getInt("item"), State.valueOf(row.getString("state")));
    private static final String SELECT = "select id, task, item, state from model_question where ";

    @Override
    public void ask(Tx tx, String task, int item, Instant deadline) {
        tx.update("insert into model_question (id, number, task, item, state, deadline)"
                        + " values (:id, :number, :task, :item, 'PENDING', :deadline) on conflict (id) do nothing")
                .bind("id", "Questions-" + task + "-" + item)
                .bind("number", Long.parseLong(task.substring(task.indexOf('-') + 1)) * 100 + item)
                .bind("task", task)
                .bind("item", item)
                .bind("deadline", deadline.toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Question> find(View view, String task, int item) {
        return view.query(SELECT + "task = :task and item = :item")
                .bind("task", task)
                .bind("item", item)
                .map(MAPPER)
                .findOne();
    }

    @Override
    public List<Question> pending(View view) {
        return view.query(SELECT + "state = 'PENDING' order by number")
                .map(MAPPER)
                .list();
    }

    @Override
    public boolean answer(Tx tx, TaskQueue queue, String id, String person, boolean proceed) {
        Optional<Question> asked =
                tx.query(SELECT + "id = :id").bind("id", id).map(MAPPER).findOne();
        boolean decided = tx.update(
                                "update model_question set state = :state, person = :person where id = :id and state = 'PENDING'")
                        .bind("state", (proceed ? State.PROCEED : State.ABORTED).name())
                        .bind("person", person)
                        .bind("id", id)
                        .execute()
                == 1;
        if (decided) {
            queue.wake(tx, asked.orElseThrow().task());
        }
        return decided;
    }

    @Override
    public List<String> expire(Tx tx, TaskQueue queue, Instant now) {
        List<Question> overdue = tx.query(SELECT + "state = 'PENDING' and deadline <= :now order by number")
                .bind("now", now.toEpochMilli())
                .map(MAPPER)
                .list();
        for (Question question : overdue) {
            tx.update("update model_question set state = 'EXPIRED' where id = :id and state = 'PENDING'")
                    .bind("id", question.id())
                    .execute();
            queue.wake(tx, question.task());
        }
        return overdue.stream().map(Question::id).toList();
    }

    @Override
    public void withdraw(Tx tx, String task) {
        tx.update("update model_question set state = 'WITHDRAWN' where task = :task and state = 'PENDING'")
                .bind("task", task)
                .execute();
    }
}
