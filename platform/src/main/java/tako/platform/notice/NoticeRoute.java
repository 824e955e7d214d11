package tako.platform.notice;

import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET /portal/stream}: notices of a space and of the system as server-sent events. Event {@code notice} carries {@code
 * {"Kind", "Id", "Rev"}} and the notice's facts; {@code ready} opens the stream; {@code resync} says that some were missed.
 * {@code Last-Event-ID} goes on from there. Log notices come only of the task that {@code ?log=} names. A stream ends after an
 * hour, so that whoever watches shows credentials again.
 */
public final class NoticeRoute {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String NOTHING = "{}";

    private final Notices notices;
    private final Visibility visibility;
    private final JsonMapper mapper;

    private NoticeRoute(Notices notices, Visibility visibility, JsonMapper mapper) {
        this.notices = notices;
        this.visibility = visibility;
        this.mapper = mapper;
    }

    /** The route. */
    public static Route<Void> of(Notices notices, Visibility visibility, JsonMapper mapper) {
        var route = new NoticeRoute(notices, visibility, mapper);
        return Endpoint.get("/portal/stream")
                .query("log")
                .summary("Notices of changes, as server-sent events")
                .does(route::open);
    }

    private Response open(Call<Void> call) {
        String after = call.header("Last-Event-ID").orElse("");
        Predicate<Notice> filter = asked(call).and(visibility.of(call.principal(), call.space()));
        return new Response.Events(sink -> stream(sink, after, filter));
    }

    private static Predicate<Notice> asked(Call<?> call) {
        String space = call.space();
        String log = call.query("log").orElse("");
        return notice -> (notice.space().isEmpty() || notice.space().equals(space))
                && (!notice.kind().equals(Notice.LOG) || notice.id().equalsIgnoreCase(log));
    }

    private void stream(Response.EventSink sink, String after, Predicate<Notice> filter) {
        long ends = System.nanoTime() + LONGEST.toNanos();
        try (Subscription subscription = notices.subscribe(after, filter)) {
            Optional<Heard> heard = subscription.next(LONGEST);
            while (heard.isPresent() && send(sink, heard.get())) {
                heard = subscription.next(Duration.ofNanos(ends - System.nanoTime()));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean send(Response.EventSink sink, Heard heard) {
        return switch (heard) {
            case Heard.Ready ready -> sink.send("ready", ready.id(), NOTHING);
            case Heard.Resync resync -> sink.send("resync", resync.id(), NOTHING);
            case Heard.Changed change -> sink.send("notice", change.id(), data(change.notice()));
        };
    }

    private String data(Notice notice) {
        ObjectNode data = mapper.createObjectNode();
        data.put("Kind", notice.kind()).put("Id", notice.id()).put("Rev", notice.revision());
        new TreeMap<>(notice.facts()).forEach(data::put);
        return data.toString();
    }
}
