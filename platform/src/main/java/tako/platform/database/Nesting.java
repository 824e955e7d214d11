package tako.platform.database;

/**
 * Refuses a read or write inside another on the same thread: the inner one would wait for the writer it runs on, or see
 * another snapshot than the outer one.
 */
final class Nesting {
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    /** Marks the current thread as inside a body while it runs. */
    <T extends @org.jspecify.annotations.Nullable Object> T within(java.util.function.Supplier<T> body) {
        inside.set(true);
        try {
            return body.get();
        } finally {
            inside.remove();
        }
    }

    /** @throws IllegalStateException when called from inside a body */
    void refuse() {
        if (inside.get()) {
            throw new IllegalStateException(
                    "A database call inside another one: pass the View or Tx of the outer call down instead.");
        }
    }
}
