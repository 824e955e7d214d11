package tako.server.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who points at a document, told by the reference rows. What is no document by itself, such as a set of variables, counts as its
 * owner, whose id is its name in those rows.
 */
public final class Usages {
    private static final int FORBIDDEN = 403;

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

    private List<Usage> read(View view, String space, Map<Source, List<String>> sources) {
        List<Usage> usages = new ArrayList<>();
        sources.forEach((source, ids) -> documents(view, space, source.kind(), ids).stream()
                .map(document -> new Usage(source.through(), source.kind().itemType(), document))
                .forEach(usages::add));
        return usages;
    }

    private <D extends Document> List<ObjectNode> documents(View view, String space, Kind<D> kind, List<String> ids) {
        var documents = new Documents<>(kind, engine);
        return documents.present(
                documents.list(view, space, ListQuery.ALL.withIds(ids)).items());
    }

    private String owner(LinkRows.Referrer referrer) {
        return engine.catalogue().kindOf(referrer.id()).isPresent() ? referrer.id() : referrer.name();
    }

    private boolean mayView(Principal reader, Kind<?> kind, String space) {
        try {
            engine.permissions().require(reader, kind.grants().view(), kind.spaced() ? space : "");
            return true;
        } catch (Problem refused) {
            if (refused.status() != FORBIDDEN) {
                throw refused;
            }
            return false;
        }
    }
}
