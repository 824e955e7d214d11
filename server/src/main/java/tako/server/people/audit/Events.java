package tako.server.people.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.people.audit.EventCatalogue.Word;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.Slice;

/** What happened, for those who may know. */
public final class Events {
    private static final String VIEW = "EventView";

    private final Engine engine;
    private final EventRows rows;
    private final List<Word> documentTypes;

    /** @param kinds every kind of documents */
    public Events(Engine engine, List<Kind<?>> kinds) {
        this.engine = engine;
        this.rows = new EventRows(engine.mapper(), engine.catalogue());
        this.documentTypes = kinds.stream()
                .map(kind -> Word.of(kind.idPrefix(), spaced(kind.itemType())))
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .toList();
    }

    /**
     * Some events, newest first.
     *
     * @param space the space of the request, "" for all
     */
    Slice<Event> list(Principal principal, String space, EventQuery query) {
        engine.permissions().require(principal, VIEW, space);
        return engine.database().read(view -> rows.list(view, query));
    }

    /**
     * An event.
     *
     * @throws Problem 404
     */
    Event get(Principal principal, String space, String id) {
        engine.permissions().require(principal, VIEW, space);
        return engine.database()
                .read(view -> rows.byId(view, id))
                .filter(event -> space.isEmpty() || space.equals(event.spaceId()))
                .orElseThrow(() -> Problem.notFound(id));
    }

    /** The kinds of documents that events regard. */
    List<Word> documentTypes() {
        return documentTypes;
    }

    /** The programs that events came from. */
    List<Word> agents(Principal principal) {
        engine.permissions().require(principal, VIEW, "");
        return engine.database().read(rows::agents).stream()
                .map(agent -> new Word(agent, agent, Map.of()))
                .toList();
    }

    /** {@code Project group} of {@code ProjectGroup}. */
    private static String spaced(String itemType) {
        String words = itemType.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
