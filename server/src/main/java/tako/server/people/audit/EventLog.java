package tako.server.people.audit;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.resource.AuditLog;
import tools.jackson.databind.json.JsonMapper;

/** Writes events in the transaction of what they tell of, so that there is no change without its event. */
public final class EventLog implements AuditLog {
    private static final String COUNTER = "Events";

    private final JsonMapper mapper;
    private final InstantSource clock;

    public EventLog(JsonMapper mapper, InstantSource clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public void record(Tx tx, Principal who, Entry entry) {
        long number = tx.next(COUNTER);
        String id = COUNTER + "-" + number;
        tx.update("""
                        insert into event
                        (id, number, occurred_at, space_id, category, user_id, username, established_with,
                         remote_address, user_agent, message, difference)
                        values (:id, :number, :at, :space, :category, :user, :username, :with,
                         :address, :agent, :message, :difference)""")
                .bind("id", id)
                .bind("number", number)
                .bind("at", clock.instant())
                .bind("space", entry.space())
                .bind("category", entry.category())
                .bind("user", who.userId())
                .bind("username", who.username())
                .bind("with", who.establishedWith())
                .bind("address", who.remoteAddress())
                .bind("agent", who.userAgent())
                .bind("message", entry.message())
                .bind("difference", mapper.writeValueAsString(details(entry)))
                .execute();
        entry.regards().stream()
                .map(document -> document.toLowerCase(Locale.ROOT))
                .distinct()
                .forEach(document -> regard(tx, id, document));
    }

    private static void regard(Tx tx, String event, String document) {
        tx.update("insert into event_regards (event_id, document) values (:event, :document)")
                .bind("event", event)
                .bind("document", document)
                .execute();
    }

    private static ChangeDetails details(Entry entry) {
        if (entry.before().isPresent() && entry.after().isPresent()) {
            return new ChangeDetails(
                    null, Difference.between(entry.before().get(), entry.after().get()));
        }
        return entry.after()
                .or(entry::before)
                .map(document -> new ChangeDetails(Difference.shown(document), List.of()))
                .orElse(ChangeDetails.NONE);
    }
}
