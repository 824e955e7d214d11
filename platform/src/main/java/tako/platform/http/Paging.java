package tako.platform.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which page of a collection a request asks for. {@code take=0} is legal and asks for the total alone; {@code
 * take=2147483647} is how clients ask for everything: nothing may be allocated by it.
 *
 * @param skip items left out before the page
 * @param take items of the page at most
 * @param address the address without {@code skip} and {@code take}: path, and filters as the client wrote them
 */
public record Paging(int skip, int take, Address address) {
    /** What links of other pages keep. */
    public record Address(String path, String filters, List<String> filterNames) {}

    /** What most collections answer when {@code take} is not sent. */
    public static final int USUAL_TAKE = 30;

    private static final Set<String> OWN = Set.of("skip", "take");

    /**
     * Reads {@code skip} and {@code take}.
     *
     * @param usual the page's size when the client sends none
     * @param filters names of the collection's filters, for its template
     * @throws Problem 400 when either is no number or negative
     */
    public static Paging of(Call<?> call, int usual, String... filters) {
        String uri = call.uri();
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        String kept = question < 0
                ? ""
                : QueryString.parse(uri.substring(question + 1)).without(OWN);
        var address = new Address(path, kept, List.of(filters));
        return new Paging(call.queryInt("skip", 0), call.queryInt("take", usual), address);
    }

    /** The page in its envelope, with links that keep the filters. */
    public <T> Page<T> page(String itemType, List<T> items, long total) {
        long pages = take == 0 ? 1 : Math.max(1, (total + take - 1) / take);
        return new Page<>(itemType, total, take, pages, pages - 1, items, links(total, pages));
    }

    private Map<String, String> links(long total, long pages) {
        var links = new LinkedHashMap<String, String>();
        links.put("Self", link(skip, take));
        links.put("Template", template());
        links.put("Page.All", link(0, Integer.MAX_VALUE));
        links.put("Page.Current", link(skip, take));
        if (take > 0 && (long) skip + take < total) {
            links.put("Page.Next", link((long) skip + take, take));
        }
        links.put("Page.Last", link((pages - 1) * take, take));
        return links;
    }

    private String link(long from, int size) {
        String separator = address.filters().isEmpty() ? "?" : "?" + address.filters() + "&";
        return address.path() + separator + "skip=" + from + "&take=" + size;
    }

    private String template() {
        var seen = new TreeSet<String>();
        String names = Stream.concat(Stream.of("skip", "take"), address.filterNames().stream())
                .filter(name -> seen.add(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(","));
        return address.path() + "{?" + names + "}";
    }
}
