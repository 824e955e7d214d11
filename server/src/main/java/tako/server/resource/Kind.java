package tako.server.resource;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tako.platform.database.View;
import tools.jackson.databind.node.ObjectNode;

/**
 * The descriptor of a kind of documents: everything the engine needs to store, list, check, link and audit them.
 *
 * @param identity how it is named and where it is kept
 * @param type its record
 * @param grants the permissions
 * @param names the rules of its names
 * @param listing how its collection is read
 * @param relations what it has to do with other documents
 * @param rules what else must hold, each problem a sentence
 * @param completion fills members the server assigns, on the document's JSON, before the rules
 * @param links links beside {@code Self}, as templates with {@code {self}} for its address and {@code {space}} for the space's
 * @param example a body that creates one in a fresh space
 */
public record Kind<D extends Document>(
        Identity identity,
        Class<D> type,
        Grants grants,
        Names names,
        Listing listing,
        Relations<D> relations,
        Rules<D> rules,
        Completion completion,
        Function<D, Map<String, String>> links,
        Map<String, ?> example) {

    /**
     * How a kind is named and where it is kept.
     *
     * @param itemType {@code Environment}: on the wire and in messages
     * @param idPrefix {@code Environments}: ids are {@code Environments-1}
     * @param path {@code environments}
     * @param table its table
     * @param spaced whether each lies in a space
     */
    public record Identity(String itemType, String idPrefix, String path, String table, boolean spaced) {}

    /** How many characters a name may have, whether it must be unique, and whether there is a slug. */
    public record Names(int longest, boolean unique, boolean slugged) {}

    /**
     * How a collection is read.
     *
     * @param order the columns it is sorted by
     * @param take how many a page has when the client does not say
     * @param filters what clients can filter by beside ids and names
     */
    public record Listing(String order, int take, List<Filter> filters) {
        public Listing {
            filters = List.copyOf(filters);
        }
    }

    /**
     * A filter of a collection.
     *
     * @param parameter the query parameter's name on the wire, {@code roles}
     * @param dimension the dimension of the {@linkplain Relations#scopings scopings} it looks at, of {@link Dimensions}
     */
    public record Filter(String parameter, String dimension) {}

    /**
     * What a document has to do with others.
     *
     * @param owner the id of the document it belongs to, within which names are unique; "" for none
     * @param references what it points at
     * @param scopings what lists filter by
     */
    public record Relations<D>(
            Function<D, String> owner,
            Function<D, Stream<Reference>> references,
            Function<D, Stream<Scoping>> scopings) {}

    /** What must hold for a document. */
    @FunctionalInterface
    public interface Rules<D> {
        /** The broken rules, each a sentence. */
        List<String> problems(Draft<D> draft);
    }

    /** Fills what the server assigns. */
    @FunctionalInterface
    public interface Completion {
        /** @param json the document about to be stored, in the wire's names; changed in place */
        void complete(View view, String space, ObjectNode json);
    }

    /** A descriptor with the usual values: spaced, slugged, unique names of up to 200 characters, sorted by name. */
    public static <D extends Document> KindBuilder<D> of(
            Class<D> type, String itemType, String idPrefix, String table) {
        return new KindBuilder<>(type, itemType, idPrefix, table);
    }

    /** {@code Environment}. */
    public String itemType() {
        return identity.itemType();
    }

    /** {@code Environments}. */
    public String idPrefix() {
        return identity.idPrefix();
    }

    /** {@code environments}. */
    public String path() {
        return identity.path();
    }

    /** Its table. */
    public String table() {
        return identity.table();
    }

    /** Whether each lies in a space. */
    public boolean spaced() {
        return identity.spaced();
    }
}
