package tako.server.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who points at a document, told by the reference rows. What is no document by itself, such as a set of variables, counts as its
 * owner, whose id is its name in those rows.
 */
public final class Usages {
    private final Engine engine;
    private final LinkRows links = new LinkRows();

    public Usages(Engine engine) {
        this.engine = engine;
    }

    /**
     * A document that points at another.
     *
     * @param through what of it does: its own item type, or {@code VariableSet}
     * @param itemType of the document
     * @param document as clients read it
     */
    public record Usage(String through, String itemType, ObjectNode document) {}

    /** One that points, before its document is read. */
    private record Source(String through, Kind<?> kind) {}

    /** The documents of a space that point at an id; those that the reader may not view are left out. */
    public List<Usage> of(Principal reader, String space, String id) {
        List<LinkRows.Referrer> referrers =
                engine.database().read(view -> links.referrers(view, id, Integer.MAX_VALUE));
        var sources = new LinkedHashMap<Source, List<String>>();
        for (LinkRows.Referrer referrer : referrers) {
            String owner = owner(referrer);
            engine.catalogue()
                    .kindOf(owner)
                    .ifPresent(kind -> sources.computeIfAbsent(
                                    new Source(referrer.itemType(), kind), source -> new ArrayList<>())
                            .add(owner));
        }
        sources.keySet().removeIf(source -> !mayView(reader, source.kind(), space));
        return engine.database().read(view -> read(view, space, sources));
    }

    /**
     * Documents of a space.
     *
     * @param documents those that the reader may view, as clients read them
     * @param hidden how many more there are
     */
    public record Seen(List<ObjectNode> documents, int hidden) {}

    /** The documents of a space that point at an id themselves. */
    public Seen pointing(Principal reader, String space, String id) {
        List<String> sources = engine.database()
                .read(view -> links.referrers(view, id, Integer.MAX_VALUE).stream()
                        .map(LinkRows.Referrer::id)
                        .distinct()
                        .toList());
        return among(reader, space, sources);
    }

    /** The documents of a space that lie in a value of a dimension. */
    public Seen lying(Principal reader, String space, Scoping scoping) {
        List<String> sources = engine.database().read(view -> links.lying(view, scoping));
        ListQuery query = ListQuery.ALL.withScope(scoping.dimension(), List.of(scoping.value()));
        return seen(reader, space, byKind(sources), ids -> query);
    }

    /** Some documents of a space by their ids, of whatever kinds. */
    public Seen among(Principal reader, String space, List<String> ids) {
        return seen(reader, space, byKind(ids), ListQuery.ALL::withIds);
    }

    private Seen seen(
            Principal reader,
            String space,
            Map<Kind<?>, List<String>> byKind,
            Function<List<String>, ListQuery> query) {
        int hidden = byKind.entrySet().stream()
                .filter(kind -> !mayView(reader, kind.getKey(), space))
                .mapToInt(kind -> kind.getValue().size())
                .sum();
        byKind.keySet().removeIf(kind -> !mayView(reader, kind, space));
        return engine.database()
                .read(view -> new Seen(
                        byKind.entrySet().stream()
                                .flatMap(kind ->
                                        documents(view, space, kind.getKey(), query.apply(kind.getValue())).stream())
                                .toList(),
                        hidden));
    }

    private Map<Kind<?>, List<String>> byKind(List<String> ids) {
        Map<Kind<?>, List<String>> byKind = new LinkedHashMap<>();
        ids.forEach(id -> engine.catalogue()
                .kindOf(id)
                .ifPresent(kind ->
                        byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(id)));
        return byKind;
    }

    private List<Usage> read(View view, String space, Map<Source, List<String>> sources) {
        List<Usage> usages = new ArrayList<>();
        sources.forEach((source, ids) -> documents(view, space, source.kind(), ListQuery.ALL.withIds(ids)).stream()
                .map(document -> new Usage(source.through(), source.kind().itemType(), document))
                .forEach(usages::add));
        return usages;
    }

    private <D extends Document> List<ObjectNode> documents(View view, String space, Kind<D> kind, ListQuery query) {
        var documents = new Documents<>(kind, engine);
        return documents.present(documents.list(view, space, query).items());
    }

    private String owner(LinkRows.Referrer referrer) {
        return engine.catalogue().kindOf(referrer.id()).isPresent() ? referrer.id() : referrer.name();
    }

    private boolean mayView(Principal reader, Kind<?> kind, String space) {
        return engine.permissions().holds(reader, kind.grants().view(), kind.spaced() ? space : "");
    }
}
