package tako.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The model can fail: queues and questions with one fault each are found out. */
class TaskModelMutationsTest {
    private static final int SEEDS = 2000;

    private static OptionalLong foundOut(UnaryOperator<TaskStore> fault) {
        return ModelSeeds.broken(ModelWalk.of(seed -> ModelStorage.inMemory().withStore(fault)), SEEDS);
    }

    private static OptionalLong foundOutQuestions(UnaryOperator<ModelQuestions> fault) {
        return ModelSeeds.broken(ModelWalk.of(seed -> ModelStorage.inMemory().withQuestions(fault)), SEEDS);
    }

    @Test
    void a_fence_that_lets_everybody_through() {
        assertThat(foundOut(store -> with(store, new NoFence(store.leases())))).isPresent();
    }

    @Test
    void a_claim_that_takes_no_heed_of_locks() {
        assertThat(foundOut(store -> with(store, new NoNeeds(store.locks())))).isPresent();
    }

    @Test
    void a_wake_up_that_is_forgotten_while_the_task_runs() {
        assertThat(foundOut(store -> with(store, new Forgetful(store.wishes()))))
                .isPresent();
    }

    @Test
    void a_node_that_takes_over_after_four_seconds() {
        Duration second = Duration.ofSeconds(1);
        TaskTimings impatient = new TaskTimings(
                second.multipliedBy(2),
                second.multipliedBy(3),
                second.multipliedBy(4),
                second,
                TaskTimings.standard().hoard());
        assertThat(ModelSeeds.broken(new ModelWalk(seed -> ModelStorage.inMemory(), impatient), SEEDS))
                .isPresent();
    }

    @Test
    void a_question_that_two_people_decide() {
        assertThat(foundOutQuestions(real -> new Changed(real, true, false))).isPresent();
    }

    @Test
    void a_question_that_is_approved_when_its_time_is_over() {
        assertThat(foundOutQuestions(real -> new Changed(real, false, true))).isPresent();
    }

    private static TaskStore with(TaskStore store, TaskStore.Leases leases) {
        return new TaskStore(
                store.rows(), store.wishes(), store.chores(), store.line(), store.locks(), store.claims(), leases);
    }

    private static TaskStore with(TaskStore store, TaskStore.Wishes wishes) {
        return new TaskStore(
                store.rows(), wishes, store.chores(), store.line(), store.locks(), store.claims(), store.leases());
    }

    private static TaskStore with(TaskStore store, TaskStore.Locks locks) {
        return new TaskStore(
                store.rows(), store.wishes(), store.chores(), store.line(), locks, store.claims(), store.leases());
    }

    private record NoFence(TaskStore.Leases real) implements TaskStore.Leases {
        @Override
        public boolean fence(Tx tx, Fence fence) {
            return true;
        }

        @Override
        public List<Fence> beat(Tx tx, List<Fence> owned) {
            return real.beat(tx, owned);
        }

        @Override
        public List<Running> running(View view) {
            return real.running(view);
        }
    }

    private record Forgetful(TaskStore.Wishes real) implements TaskStore.Wishes {
        @Override
        public boolean cancel(Tx tx, TaskRow task, long now, long deadline) {
            return real.cancel(tx, task, now, deadline);
        }

        @Override
        public boolean changeEnd(Tx tx, TaskRow task, TaskState to, String reason) {
            return real.changeEnd(tx, task, to, reason);
        }

        @Override
        public boolean rememberWake(Tx tx, String id) {
            return true;
        }

        @Override
        public boolean prioritize(Tx tx, String id) {
            return real.prioritize(tx, id);
        }

        @Override
        public boolean reschedule(Tx tx, String id, Instant runAfter, Optional<Instant> expiresAt) {
            return real.reschedule(tx, id, runAfter, expiresAt);
        }
    }

    private record NoNeeds(TaskStore.Locks real) implements TaskStore.Locks {
        @Override
        public void need(Tx tx, String task, Collection<String> names) {
            real.need(tx, task, names);
        }

        @Override
        public Map<String, List<String>> needs(View view, Collection<String> tasks) {
            return Map.of();
        }

        @Override
        public List<LockHolder> holders(View view, Collection<String> names) {
            return real.holders(view, names);
        }

        @Override
        public Set<String> take(Tx tx, Map<String, TaskRow> wanted) {
            return real.take(tx, wanted);
        }

        @Override
        public void renew(Tx tx, Collection<String> tasks) {
            real.renew(tx, tasks);
        }

        @Override
        public boolean take(Tx tx, TaskRow task, String item, String name) {
            return real.take(tx, task, item, name);
        }

        @Override
        public void release(Tx tx, TaskRow task, String item, String name) {
            real.release(tx, task, item, name);
        }

        @Override
        public boolean release(Tx tx, Collection<String> tasks) {
            return real.release(tx, tasks);
        }

        @Override
        public void forget(Tx tx, Collection<String> tasks) {
            real.forget(tx, tasks);
        }
    }

    /**
     * @param lastWins whether a second answer counts too
     * @param approves whether an expiry approves
     */
    private record Changed(ModelQuestions real, boolean lastWins, boolean approves) implements ModelQuestions {
        @Override
        public void ask(Tx tx, String task, int item, Instant deadline) {
            real.ask(tx, task, item, deadline);
        }

        @Override
        public Optional<Question> find(View view, String task, int item) {
            return real.find(view, task, item);
        }

        @Override
        public List<Question> pending(View view) {
            return real.pending(view);
        }

        @Override
        public boolean answer(Tx tx, TaskQueue queue, String id, String person, boolean proceed) {
            return real.answer(tx, queue, id, person, proceed) || lastWins;
        }

        @Override
        public List<String> expire(Tx tx, TaskQueue queue, Instant now) {
            if (!approves) {
                return real.expire(tx, queue, now);
            }
            return real.pending(tx).stream()
                    .map(Question::id)
                    .filter(id -> real.answer(tx, queue, id, "nobody", true))
                    .toList();
        }

        @Override
        public void withdraw(Tx tx, String task) {
            real.withdraw(tx, task);
        }
    }
}
