package tako.platform.task;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A run on a thread of its own that does what a test tells it, when it tells it. */
final class LiveRun {
    private static final long PATIENCE = 20;

    final TaskRun run;
    private final BlockingQueue<TaskResult> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);

    private LiveRun(TaskRun run) {
        this.run = run;
    }

    /** Where handlers put the runs that they began. */
    static final class Runs {
        private final BlockingQueue<LiveRun> begun = new LinkedBlockingQueue<>();

        /** A handler whose runs wait to be told. An interrupt ends them, unless they are stubborn. */
        TestHandler handler(String kind, boolean stubborn) {
            return TestHandler.of(kind, run -> {
                LiveRun live = new LiveRun(run);
                begun.add(live);
                return live.answer(stubborn);
            });
        }

        LiveRun next() throws InterruptedException {
            LiveRun live = begun.poll(PATIENCE, TimeUnit.SECONDS);
            if (live == null) {
                throw new AssertionError("No run began");
            }
            return live;
        }

        int waiting() {
            return begun.size();
        }
    }

    private TaskResult answer(boolean stubborn) throws InterruptedException {
        while (true) {
            try {
                return answers.take();
            } catch (InterruptedException e) {
                interrupted.countDown();
                if (!stubborn) {
                    throw e;
                }
            }
        }
    }

    void end(TaskResult result) {
        answers.add(result);
    }

    /** Waits until it is interrupted. */
    void awaitInterrupt() throws InterruptedException {
        if (!interrupted.await(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("The run was not interrupted");
        }
    }

    boolean wasInterrupted() {
        return interrupted.getCount() == 0;
    }
}
