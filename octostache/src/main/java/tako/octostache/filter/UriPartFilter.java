package tako.octostache.filter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of an address. What is wrong is said in the result, not refused. */
final class UriPartFilter {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(.*)", Pattern.DOTALL);
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final String IS_ABSOLUTE = "isabsoluteuri";
    private static final Map<String, Function<Address, String>> PARTS = Map.ofEntries(
            Map.entry("absolutepath", Address::path),
            Map.entry("absoluteuri", Address::toString),
            Map.entry("authority", Address::authority),
            Map.entry("dnssafehost", UriPartFilter::bareHost),
            Map.entry("fragment", Address::fragment),
            Map.entry("host", Address::host),
            Map.entry("hostandport", Address::hostAndPort),
            Map.entry("hostnametype", UriPartFilter::hostNameType),
            Map.entry(IS_ABSOLUTE, _ -> "true"),
            Map.entry("isdefaultport", test(Address::hasDefaultPort)),
            Map.entry("isfile", test(address -> address.scheme().isFile())),
            Map.entry("isloopback", test(UriPartFilter::isLoopback)),
            Map.entry(
                    "isunc",
                    test(address -> address.scheme().isFile() && !address.host().isEmpty())),
            Map.entry("path", address -> Percent.decode(address.path())),
            Map.entry("pathandquery", address -> address.path() + address.query()),
            Map.entry("port", address -> Integer.toString(address.port().orElse(-1))),
            Map.entry("query", Address::query),
            Map.entry("scheme", address -> address.scheme().name()),
            Map.entry("schemeandserver", Address::schemeAndServer),
            Map.entry("userinfo", Address::userInfo));

    private UriPartFilter() {}

    static Map<String, Filter> all() {
        return Map.of("uripart", Filter.withOptions((text, options) -> Optional.of(part(text, options))));
    }

    private static String part(String text, List<String> options) {
        return options.isEmpty() ? "[UriPart error: no argument given]" : part(text, options.getFirst());
    }

    private static String part(String text, String name) {
        Matcher absolute = SCHEME.matcher(Whitespace.trim(text));
        if (!absolute.matches()) {
            return ofRelative(name);
        }
        var scheme = new AddressScheme(absolute.group(1).toLowerCase(Locale.ROOT));
        String rest = absolute.group(2);
        if (scheme.needsHost() && !rest.startsWith("//") && !rest.startsWith("\\\\")) {
            return ofRelative(name);
        }
        return Address.read(scheme, rest).map(address -> part(address, name)).orElse(text);
    }

    private static String part(Address address, String name) {
        return Optional.ofNullable(PARTS.get(name.toLowerCase(Locale.ROOT)))
                .map(part -> part.apply(address))
                .orElseGet(() -> unknown(name));
    }

    private static String unknown(String name) {
        return String.format(Locale.ROOT, "[UriPart %s error: argument '%s' not supported]", name, name);
    }

    private static String ofRelative(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals(IS_ABSOLUTE)) {
            return "false";
        }
        return PARTS.containsKey(key)
                ? String.format(
                        Locale.ROOT, "[UriPart %s error: This operation is not supported for a relative URI.]", name)
                : unknown(name);
    }

    private static Function<Address, String> test(Function<Address, Boolean> test) {
        return address -> test.apply(address).toString();
    }

    private static String bareHost(Address address) {
        String host = address.host();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String hostNameType(Address address) {
        String host = address.host();
        if (host.isEmpty()) {
            return address.scheme().isFile() ? "Basic" : "Unknown";
        }
        return host.startsWith("[") ? "IPv6" : IPV4.matcher(host).matches() ? "IPv4" : "Dns";
    }

    /** A file without a host is on this machine. */
    private static boolean isLoopback(Address address) {
        String host = bareHost(address);
        return switch (host) {
            case "localhost", "loopback", "::1", "0:0:0:0:0:0:0:1" -> true;
            case "" -> address.scheme().isFile();
            default -> host.startsWith("127.") && IPV4.matcher(host).matches();
        };
    }
}
