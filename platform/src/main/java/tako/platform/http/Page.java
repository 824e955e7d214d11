package tako.platform.http;

import java.util.List;
import java.util.Map;

/**
 * Some items of a collection in Octopus's envelope. Made by {@link Paging#page}.
 *
 * @param itemType the items' type, {@code Environment}
 * @param totalResults of the whole collection after filters
 * @param itemsPerPage as asked for
 * @param numberOfPages at least 1
 * @param lastPageNumber the last page's number, from 0
 * @param links {@code Page.Next} only while there is a next page
 */
public record Page<T>(
        String itemType,
        long totalResults,
        int itemsPerPage,
        long numberOfPages,
        long lastPageNumber,
        List<T> items,
        Map<String, String> links) {
    public Page {
        items = List.copyOf(items);
    }
}
