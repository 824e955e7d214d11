package tako.octostache.filter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute address (URI) as .NET understands one: in the encoded form, with the host in lower case, without dot segments.
 *
 * @param scheme in lower case
 * @param userInfo without its at sign
 * @param host an IPv6 address in brackets
 * @param port empty if none is written and the scheme has none of its own
 * @param path with its leading slash if there is a host
 * @param query with its question mark
 * @param fragment with its hash
 */
record Address(
        AddressScheme scheme,
        String userInfo,
        String host,
        Optional<Integer> port,
        String path,
        String query,
        String fragment) {
    private static final Pattern AUTHORITY = Pattern.compile("(?:([^@]*)@)?(\\[[0-9A-Fa-f:.]+(?:%25[\\w.-]+)?\\]|[^:\\[\\]]*)(?::([0-9]*))?");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.-]*");
    private static final int LARGEST_PORT = 65_535;

    /** What is written behind the scheme and its colon; empty if it is no address of that scheme. */
    static Optional<Address> read(AddressScheme scheme, String rest) {
        int fragment = indexOr(rest, '#', rest.length());
        String beforeFragment = rest.substring(0, fragment);
        int query = indexOr(beforeFragment, '?', fragment);
        String place = beforeFragment.substring(0, query);
        var tail = new Tail(
                Percent.complete(beforeFragment.substring(query)), Percent.complete(rest.substring(fragment)));
        String slashes = scheme.isKnown() ? place.replace('\\', '/') : place;
        return slashes.startsWith("//")
                ? withHost(scheme, slashes.substring(2), tail)
                : Optional.of(new Address(
                        scheme, "", "", scheme.port(), Percent.complete(place), tail.query(), tail.fragment()));
    }

    private record Tail(String query, String fragment) {}

    private static int indexOr(String text, char c, int otherwise) {
        int index = text.indexOf(c);
        return index < 0 ? otherwise : index;
    }

    private static Optional<Address> withHost(AddressScheme scheme, String place, Tail tail) {
        int slash = indexOr(place, '/', place.length());
        Matcher authority = AUTHORITY.matcher(place.substring(0, slash));
        if (!authority.matches()) {
            return Optional.empty();
        }
        String host = authority.group(2).toLowerCase(Locale.ROOT);
        Optional<Integer> port = port(Optional.ofNullable(authority.group(3)).orElse(""), scheme);
        boolean isHost = host.startsWith("[") || HOST.matcher(host).matches();
        boolean isWhole = !host.isEmpty() || !scheme.needsHost();
        if (!isHost || !isWhole || port.filter(number -> number > LARGEST_PORT).isPresent()) {
            return Optional.empty();
        }
        String userInfo = Percent.complete(Optional.ofNullable(authority.group(1)).orElse(""));
        String path = withoutDots(Percent.complete(place.substring(slash)));
        return Optional.of(new Address(scheme, userInfo, host, port, path, tail.query, tail.fragment));
    }

    /** A number too long to be read is one too large. */
    private static Optional<Integer> port(String digits, AddressScheme scheme) {
        if (digits.isEmpty()) {
            return scheme.port();
        }
        return WholeNumber.parse(digits).or(() -> Optional.of(Integer.MAX_VALUE));
    }

    private static String withoutDots(String path) {
        Deque<String> segments = new ArrayDeque<>();
        String[] all = path.split("/", -1);
        for (int i = 1; i < all.length; i++) {
            boolean isLast = i == all.length - 1;
            switch (all[i]) {
                case "." -> addIf(isLast, "", segments);
                case ".." -> {
                    segments.pollLast();
                    addIf(isLast, "", segments);
                }
                default -> segments.add(all[i]);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static void addIf(boolean add, String segment, Deque<String> segments) {
        if (add) {
            segments.add(segment);
        }
    }

    boolean hasDefaultPort() {
        return port.equals(scheme.port());
    }

    /** With the port only where it is not the scheme's own. */
    String authority() {
        return hasDefaultPort() ? host : hostAndPort();
    }

    String hostAndPort() {
        return host + port.map(number -> ":" + number).orElse("");
    }

    String schemeAndServer() {
        return scheme.name() + scheme.delimiter(hasAuthority()) + authority();
    }

    private boolean hasAuthority() {
        return !host.isEmpty() || scheme.isFile() || path.startsWith("/");
    }

    @Override
    public String toString() {
        String user = userInfo.isEmpty() ? "" : userInfo + "@";
        return scheme.name() + scheme.delimiter(hasAuthority()) + user + authority() + path + query + fragment;
    }
}
