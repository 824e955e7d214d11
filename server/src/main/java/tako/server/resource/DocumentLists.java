package tako.server.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Paging;
import tako.platform.http.Response;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the collection of a kind answers at an address: the filters every collection has ({@code ids}, {@code partialName}
 * and its other name {@code name}) and those of its descriptor.
 */
public final class DocumentLists<D extends Document> {
    private static final List<String> USUAL = List.of("ids", "partialName", "name");

    private final DocumentService<D> service;

    public DocumentLists(DocumentService<D> service) {
        this.service = service;
    }

    /** The names of the query parameters of a page. */
    public String[] parameters() {
        return Stream.concat(Stream.of("skip", "take"), Stream.of(filterNames()))
                .toArray(String[]::new);
    }

    /**
     * A page in its envelope.
     *
     * @param narrow what the address itself adds to the filters
     */
    public Response page(Call<?> call, UnaryOperator<ListQuery> narrow) {
        return page(call, narrow, item -> item);
    }

    /**
     * A page whose items have members beside those of the documents.
     *
     * @param narrow what the address itself adds to the filters
     * @param shape adds them
     */
    public Response page(Call<?> call, UnaryOperator<ListQuery> narrow, UnaryOperator<ObjectNode> shape) {
        Paging paging = Paging.of(call, service.kind().listing().take(), filterNames());
        ListQuery query = narrow.apply(query(call, paging.skip(), paging.take()));
        Slice<Stored<D>> slice = service.list(call.principal(), call.space(), query);
        List<ObjectNode> items =
                service.present(slice.items()).stream().map(shape).toList();
        return Response.ok(paging.page(service.kind().itemType(), items, slice.total()));
    }

    /**
     * Every document that passes the filters, as a bare array.
     *
     * @param narrow what the address itself adds to the filters
     */
    public Response all(Call<?> call, UnaryOperator<ListQuery> narrow) {
        ListQuery query = narrow.apply(query(call, 0, Integer.MAX_VALUE));
        List<ObjectNode> all = service.present(
                service.list(call.principal(), call.space(), query).items());
        return Response.ok(all);
    }

    private String[] filterNames() {
        return Stream.concat(
                        USUAL.stream(),
                        service.kind().listing().filters().stream().map(Kind.Filter::parameter))
                .toArray(String[]::new);
    }

    private ListQuery query(Call<?> call, int skip, int take) {
        Map<String, List<String>> scopes = new HashMap<>();
        for (Kind.Filter filter : service.kind().listing().filters()) {
            List<String> values = call.queryList(filter.parameter());
            if (!values.isEmpty()) {
                scopes.put(filter.dimension(), values);
            }
        }
        return new ListQuery(
                call.queryList("ids"),
                call.query("partialName").or(() -> call.query("name")),
                Optional.empty(),
                scopes,
                skip,
                take);
    }
}
