package tako.platform.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Questions in memory. */
final class MemoryQuestions implements ModelQuestions {
    private record Row(Question question, Instant deadline) {
        Row become(State state) {
            return new Row(new Question(question.id(), question.task(), question.item(), state), deadline);
        }

        boolean pending() {
            return question.state() == State.PENDING;
        }
    }

    private static final Comparator<Question> AGE = Comparator.<Question>comparingLong(
                    question -> number(question.task()))
            .thenComparingInt(Question::item);

    private final MemoryTable<String, Row> rows = new MemoryTable<>();

    private static long number(String task) {
        return Long.parseLong(task.substring(task.indexOf('-') + 1));
    }

    private static String id(String task, int item) {
        return "Questions-" + task + "-" + item;
    }

    @Override
    public void ask(Tx tx, String task, int item, Instant deadline) {
        String id = id(task, item);
        if (rows.find(id).isEmpty()) {
            rows.put(tx, id, new Row(new Question(id, task, item, State.PENDING), deadline));
        }
    }

    @Override
    public Optional<Question> find(View view, String task, int item) {
        return rows.find(id(task, item)).map(Row::question);
    }

    @Override
    public List<Question> pending(View view) {
        return rows.all().stream()
                .filter(Row::pending)
                .map(Row::question)
                .sorted(AGE)
                .toList();
    }

    @Override
    public boolean answer(Tx tx, TaskQueue queue, String id, String person, boolean proceed) {
        Optional<Row> found = rows.find(id).filter(Row::pending);
        found.ifPresent(row -> {
            rows.put(tx, id, row.become(proceed ? State.PROCEED : State.ABORTED));
            queue.wake(tx, row.question().task());
        });
        return found.isPresent();
    }

    @Override
    public List<String> expire(Tx tx, TaskQueue queue, Instant now) {
        List<Row> overdue = rows.all().stream()
                .filter(row -> row.pending() && !row.deadline().isAfter(now))
                .sorted(Comparator.comparing(Row::question, AGE))
                .toList();
        for (Row row : overdue) {
            rows.put(tx, row.question().id(), row.become(State.EXPIRED));
            queue.wake(tx, row.question().task());
        }
        return overdue.stream().map(row -> row.question().id()).toList();
    }

    @Override
    public void withdraw(Tx tx, String task) {
        List<Row> open = rows.all().stream()
                .filter(row -> row.pending() && row.question().task().equals(task))
                .toList();
        open.forEach(row -> rows.put(tx, row.question().id(), row.become(State.WITHDRAWN)));
    }
}
