package tako.platform.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.secret.Secrets;

/**
 * Remembers for a day what was answered to requests with an {@code Idempotency-Key}, so that a client that lost the answer may
 * ask again without acting again.
 *
 * <p>A key is claimed in a transaction of its own before anything is done, and its answer is kept in another one afterwards.
 * So nothing is done twice, wherever a server is killed in between: a key whose claim has no answer is refused, because nobody
 * knows whether the change was committed. A failure of any status gives the key back; the one doubt left is a failure that
 * hides a success (a commit whose confirmation the network lost).
 *
 * <p>Answers may hold what is shown only once, such as a new API key: they are kept locked like secrets.
 */
public final class IdempotencyKeys {
    /** How long a key is remembered. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);
    private static final int UNANSWERED = 0;

    private final Database database;
    private final Secrets secrets;
    private final InstantSource clock;
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.EPOCH);

    public IdempotencyKeys(Database database, Secrets secrets, InstantSource clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** An answer as it was sent. */
    record Kept(int status, String json) {}

    private record Row(String request, Instant madeAt, int status, String answer) {}

    /**
     * Claims a key for a request: nothing when it has to be done now, its answer when it was done before.
     *
     * @param id of the key and who uses it
     * @param request a digest of what is asked for
     * @throws Problem 409 while the same request is under way, or was cut off; 422 when the key stands for another request
     */
    Optional<Kept> claim(String id, String request) {
        sweep();
        Optional<Row> before = database.write(tx -> {
            Optional<Row> row = find(tx, id).filter(found -> found.madeAt().isAfter(oldest()));
            if (row.isEmpty()) {
                insert(tx, id, request);
            }
            return row;
        });
        return before.map(row -> answered(row, id, request));
    }

    private Kept answered(Row row, String id, String request) {
        if (!row.request().equals(request)) {
            throw Problem.of(
                    422,
                    "This Idempotency-Key was used for another request. Send a new key with each new request, and the same"
                            + " key only to repeat one unchanged.");
        }
        if (row.status() == UNANSWERED) {
            throw Problem.conflict(
                            "A request with this Idempotency-Key is under way, or was cut off before its answer was"
                                    + " kept. Repeat it in a few seconds. If this stays so, look whether it took effect before you"
                                    + " send it with a new key.")
                    .withHeader("Retry-After", "2");
        }
        return new Kept(row.status(), secrets.unlock(row.answer(), id));
    }

    /** Keeps the answer of a claimed key. */
    void keep(String id, Kept answer) {
        String locked = secrets.lock(answer.json(), id);
        database.change(tx -> tx.update("update idempotency set status = :status, answer = :answer where id = :id")
                .bind("status", answer.status())
                .bind("answer", locked)
                .bind("id", id)
                .execute());
    }

    /** Gives a claimed key back: what was asked for failed and may be asked for again. */
    void release(String id) {
        database.change(tx -> delete(tx, id));
    }

    private static Optional<Row> find(View view, String id) {
        return view.query("select request, made_at, status, answer from idempotency where id = :id")
                .bind("id", id)
                .map((row, context) -> new Row(
                        row.getString("request"),
                        Instant.ofEpochMilli(row.getLong("made_at")),
                        row.getInt("status"),
                        row.getString("answer")))
                .findOne();
    }

    private void insert(Tx tx, String id, String request) {
        delete(tx, id);
        tx.update("insert into idempotency (id, request, made_at, status, answer)"
                        + " values (:id, :request, :madeAt, :status, '')")
                .bind("id", id)
                .bind("request", request)
                .bind("madeAt", clock.millis())
                .bind("status", UNANSWERED)
                .execute();
    }

    private static void delete(Tx tx, String id) {
        tx.update("delete from idempotency where id = :id").bind("id", id).execute();
    }

    private Instant oldest() {
        return clock.instant().minus(REMEMBERED);
    }

    private void sweep() {
        Instant now = clock.instant();
        Instant due = nextSweep.get();
        if (!now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(BETWEEN_SWEEPS))) {
            database.change(tx -> tx.update("delete from idempotency where made_at <= :oldest")
                    .bind("oldest", oldest().toEpochMilli())
                    .execute());
        }
    }
}
