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
 * @param itemType {@code Environment}: on the wire and in messages
 * @param idPrefix {@code Environments}: ids are {@code Environments-1}
 * @param path {@code environments}
 * @param table its table
 * @param type its record
 * @param spaced whether each lies in a space
 * @param grants the permissions
 * @param names the rules of its names
 * @param order the columns lists are sorted by
 * @param owner the id of the document it belongs to, within which names are unique; "" for none
 * @param references what it points at
 * @param scopings what lists filter by
 * @param rules what else must hold, each problem a sentence
 * @param completion fills members the server assigns, on the document's JSON, before the rules
 * @param links links beside {@code Self}, as templates with {@code {self}} for its address and {@code {space}} for the space's
 * @param example a body that creates one in a fresh space
 */
public record Kind<D extends Document>(
        String itemType,
        String idPrefix,
        String path,
        String table,
        Class<D> type,
        boolean spaced,
        Grants grants,
        Names names,
        String order,
        Function<D, String> owner,
        Function<D, Stream<Reference>> references,
        Function<D, Stream<Scoping>> scopings,
        Rules<D> rules,
        Completion completion,
        Function<D, Map<String, String>> links,
        Map<String, ?> example) {

    /** How many characters a name may have, whether it must be unique, and whether there is a slug. */
    public record Names(int longest, boolean unique, boolean slugged) {}

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
}
