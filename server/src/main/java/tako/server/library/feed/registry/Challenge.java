package tako.server.library.feed.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a server wants to be asked, from its {@code WWW-Authenticate} headers.
 *
 * @param scheme in lower case, {@code bearer} or {@code basic}
 * @param parameters by their names in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final Pattern SCHEME = Pattern.compile("\\G[\\s,]*([A-Za-z][A-Za-z0-9._-]*)(?=\\s|,|$)(?!\\s*=)");
    private static final Pattern PARAMETER = Pattern.compile(
            "\\G[\\s,]*([A-Za-z0-9_.-]+)\\s*=\\s*(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^\\s,\"]*))");

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** Every challenge of some headers; what cannot be read ends its header. */
    static List<Challenge> parse(List<String> headers) {
        List<Challenge> all = new ArrayList<>();
        headers.forEach(header -> parse(header, all));
        return all;
    }

    /** The one that is answered: a token where one is offered, else a password. */
    static Optional<Challenge> best(List<Challenge> all) {
        return all.stream()
                .filter(Challenge::isBearer)
                .findFirst()
                .or(() -> all.stream().filter(Challenge::isBasic).findFirst());
    }

    boolean isBearer() {
        return scheme.equals("bearer") && parameters.containsKey("realm");
    }

    boolean isBasic() {
        return scheme.equals("basic");
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    private static void parse(String header, List<Challenge> all) {
        Matcher scheme = SCHEME.matcher(header);
        Matcher parameter = PARAMETER.matcher(header);
        int at = 0;
        while (scheme.find(at)) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            at = scheme.end();
            Map<String, String> parameters = new LinkedHashMap<>();
            while (parameter.find(at)) {
                parameters.put(parameter.group(1).toLowerCase(Locale.ROOT), value(parameter));
                at = parameter.end();
            }
            all.add(new Challenge(name, parameters));
        }
    }

    private static String value(Matcher parameter) {
        String quoted = parameter.group(2);
        return quoted == null ? Optional.ofNullable(parameter.group(3)).orElse("") : quoted.replaceAll("\\\\(.)", "$1");
    }
}
