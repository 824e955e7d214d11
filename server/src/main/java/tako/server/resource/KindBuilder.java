package tako.server.resource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tako.platform.http.Paging;
import tako.server.resource.Kind.Completion;
import tako.server.resource.Kind.Filter;
import tako.server.resource.Kind.Identity;
import tako.server.resource.Kind.Listing;
import tako.server.resource.Kind.Names;
import tako.server.resource.Kind.Relations;
import tako.server.resource.Kind.Rules;

/** Says of a kind only what is not usual. */
public final class KindBuilder<D extends Document> {
    private final Class<D> type;
    private final String itemType;
    private final String idPrefix;
    private final String table;
    private String path;
    private boolean spaced = true;
    private Grants grants;
    private Names names = new Names(200, true, true);
    private String order = "name_key, id_key";
    private int take = Paging.USUAL_TAKE;
    private List<Filter> filters = List.of();
    private Function<D, String> owner = document -> "";
    private Function<D, Stream<Reference>> references = document -> Stream.empty();
    private Function<D, Stream<Scoping>> scopings = document -> Stream.empty();
    private Rules<D> rules = draft -> List.of();
    private Completion completion = (view, space, json) -> {};
    private Function<D, Map<String, String>> links = document -> Map.of();
    private Map<String, ?> example = Map.of("Name", "Example");

    KindBuilder(Class<D> type, String itemType, String idPrefix, String table) {
        this.type = type;
        this.itemType = itemType;
        this.idPrefix = idPrefix;
        this.table = table;
        this.path = idPrefix.toLowerCase(Locale.ROOT);
        this.grants = Grants.of(itemType);
    }

    /** It lies in no space. */
    public KindBuilder<D> system() {
        spaced = false;
        return this;
    }

    /** Its collection's path, where that is not the id prefix in lower case. */
    public KindBuilder<D> path(String value) {
        path = value;
        return this;
    }

    /** The permissions, where they are not named after the item type. */
    public KindBuilder<D> grants(Grants value) {
        grants = value;
        return this;
    }

    /** The rules of its names. */
    public KindBuilder<D> names(Names value) {
        names = value;
        return this;
    }

    /** The columns lists are sorted by. */
    public KindBuilder<D> order(String value) {
        order = value;
        return this;
    }

    /** How many documents a page has when the client does not say. */
    public KindBuilder<D> take(int value) {
        take = value;
        return this;
    }

    /** What clients can filter lists by. */
    public KindBuilder<D> filters(Filter... values) {
        filters = List.of(values);
        return this;
    }

    /** The id of the document it belongs to. */
    public KindBuilder<D> owner(Function<D, String> value) {
        owner = value;
        return this;
    }

    /** What it points at. */
    public KindBuilder<D> references(Function<D, Stream<Reference>> value) {
        references = value;
        return this;
    }

    /** What lists filter by. */
    public KindBuilder<D> scopings(Function<D, Stream<Scoping>> value) {
        scopings = value;
        return this;
    }

    /** What else must hold. */
    public KindBuilder<D> rules(Rules<D> value) {
        rules = value;
        return this;
    }

    /** What the server fills in. */
    public KindBuilder<D> completion(Completion value) {
        completion = value;
        return this;
    }

    /** Links beside {@code Self}. */
    public KindBuilder<D> links(Function<D, Map<String, String>> value) {
        links = value;
        return this;
    }

    /** A body that creates one in a fresh space. */
    public KindBuilder<D> example(Map<String, ?> value) {
        example = value;
        return this;
    }

    /** The descriptor. */
    public Kind<D> build() {
        return new Kind<>(
                new Identity(itemType, idPrefix, path, table, spaced),
                type,
                grants,
                names,
                new Listing(order, take, filters),
                new Relations<>(owner, references, scopings),
                rules,
                completion,
                links,
                example);
    }
}
