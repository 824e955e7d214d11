package tako.platform.database;

/** Waits that an interrupt does not end; the thread's flag is set again afterwards. */
final class Uninterruptibly {
    private Uninterruptibly() {}

    static void join(Thread thread) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    thread.join();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
