package tako.bench.writes;

import java.time.InstantSource;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.resource.AuditLog;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes an event and what it regards, as the server's own log of events does. */
final class EventRows implements AuditLog {
    private final JsonMapper mapper;
    private final InstantSource clock = InstantSource.system();

    EventRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void record(Tx tx, Principal who, Entry entry) {
        long number = tx.next("Events");
        tx.update("""
                        insert into event (id, number, occurred_at, space_id, category, user_id, username,
                            established_with, remote_address, user_agent, message, difference)
                        values (:id, :number, :at, :space, :category, :user, :name, :with, :address, :agent, :message, :difference)""")
                .bind("id", "Events-" + number)
                .bind("number", number)
                .bind("at", clock.millis())
                .bind("space", entry.space())
                .bind("category", entry.category())
                .bind("user", who.userId())
                .bind("name", who.username())
                .bind("with", who.establishedWith())
                .bind("address", who.remoteAddress())
                .bind("agent", who.userAgent())
                .bind("message", entry.message())
                .bind("difference", difference(entry))
                .execute();
        for (String document : entry.regards()) {
            tx.update("insert into event_regards (event_id, document) values (:event, :document)")
                    .bind("event", "Events-" + number)
                    .bind("document", document)
                    .execute();
        }
    }

    private String difference(Entry entry) {
        ObjectNode difference = mapper.createObjectNode();
        entry.before().ifPresent(json -> difference.set("Before", json));
        entry.after().ifPresent(json -> difference.set("After", json));
        return difference.toString();
    }
}
