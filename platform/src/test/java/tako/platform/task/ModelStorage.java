package tako.platform.task;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tako.platform.database.Database;

/**
 * Where a walk of the model keeps everything that survives a kill.
 *
 * @param watched the rows themselves where they are in memory, so that each single commit can be judged
 */
record ModelStorage(QueueStorage queue, ModelItems items, ModelQuestions questions, Optional<MemoryRows> watched) {
    static ModelStorage inMemory() {
        MemoryStorage memory = MemoryStorage.create();
        return new ModelStorage(memory, new MemoryItems(), new MemoryQuestions(), Optional.of(memory.rows()));
    }

    static ModelStorage in(Database database) {
        return in(database, new SqlQuestions());
    }

    static ModelStorage in(Database database, ModelQuestions questions) {
        return new ModelStorage(SqlStorage.in(database), new SqlItems(), questions, Optional.empty());
    }

    Database database() {
        return queue.database();
    }

    TaskStore store() {
        return queue.store();
    }

    /** The same with a broken queue. */
    ModelStorage withStore(UnaryOperator<TaskStore> broken) {
        QueueStorage real = queue;
        return new ModelStorage(new BrokenStorage(real, broken.apply(real.store())), items, questions, watched);
    }

    ModelStorage withQuestions(UnaryOperator<ModelQuestions> broken) {
        return new ModelStorage(queue, items, broken.apply(questions), watched);
    }

    /** Removes all rows from a database, for the next walk. */
    static void clear(Database database) {
        List<String> tables = List.of("model_question", "model_item", "task_effect", "task_lock", "task_need", "task");
        database.change(
                tx -> tables.forEach(table -> tx.update("delete from " + table).execute()));
    }
}
