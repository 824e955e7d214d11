package tako.server.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tools.jackson.databind.node.ObjectNode;

/** The order of the documents of a kind that people arrange by hand; it stands in the member {@code SortOrder}. */
public final class DocumentOrder<D extends Document> {
    private static final String MEMBER = "SortOrder";

    private final Documents<D> documents;

    public DocumentOrder(Documents<D> documents) {
        this.documents = documents;
    }

    /**
     * Puts the documents of a space in the order of the ids; those not named keep their order behind them.
     *
     * @throws Problem 400 naming an id that is none of the space's
     */
    public void arrange(Tx tx, Principal who, String space, List<String> ids) {
        arrange(tx, who, documents.all(tx, space), ids);
    }

    /**
     * Puts some documents, which belong together, in the order of the ids; those not named keep their order behind them.
     *
     * @throws Problem 400 naming an id that is none of theirs
     */
    public void arrange(Tx tx, Principal who, List<Stored<D>> all, List<String> ids) {
        List<String> order = merged(all.stream().map(Stored::id).toList(), ids);
        for (int place = 0; place < order.size(); place++) {
            Stored<D> document = find(all, order.get(place));
            if (document.json().path(MEMBER).asInt(-1) != place) {
                ObjectNode moved = document.json().deepCopy();
                moved.put(MEMBER, place);
                documents.replace(tx, who, document, moved);
            }
        }
    }

    private static List<String> merged(List<String> current, List<String> wanted) {
        var order = new LinkedHashMap<String, String>();
        wanted.forEach(id -> order.putIfAbsent(id.toLowerCase(Locale.ROOT), id));
        current.forEach(id -> order.putIfAbsent(id.toLowerCase(Locale.ROOT), id));
        return new ArrayList<>(order.values());
    }

    private Stored<D> find(List<Stored<D>> all, String id) {
        return all.stream()
                .filter(stored -> stored.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("'" + id + "' is no "
                        + documents.kind().itemType() + " here. Send ids of existing ones, each once."));
    }
}
