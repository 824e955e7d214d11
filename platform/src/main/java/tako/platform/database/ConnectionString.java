package tako.platform.database;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms in which people write down where a PostgreSQL database is. */
final class ConnectionString {
    private static final String EXAMPLE =
            "Use postgresql://user:password@host:5432/name, or leave it out for the embedded database.";
    private static final Pattern SQL_SERVER = Pattern.compile(
            "jdbc:sqlserver:.*|(.*;)?\\s*(server|data source|initial catalog|addr|network address)\\s*=.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** {@code key=value;}, where a value with a semicolon stands in quotes. */
    private static final Pattern MEMBER =
            Pattern.compile("\\G\\s*([^=;]+?)\\s*=\\s*(\"([^\"]*)\"|'([^']*)'|[^;]*?)\\s*(;|$)");

    /** What .NET's PostgreSQL driver calls its keys, and what they are to the Java driver. */
    private static final Map<String, String> OPTIONS = Map.of(
            "username", "user",
            "user id", "user",
            "userid", "user",
            "password", "password",
            "ssl mode", "sslmode",
            "sslmode", "sslmode",
            "root certificate", "sslrootcert",
            "application name", "ApplicationName",
            "search path", "currentSchema");

    private ConnectionString() {}

    static String toJdbcUrl(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return text;
        }
        if (text.startsWith("postgresql://") || text.startsWith("postgres://")) {
            return fromUri(text);
        }
        if (SQL_SERVER.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "DB_CONNECTION_STRING names a Microsoft SQL Server, which is not supported. " + EXAMPLE);
        }
        return fromMembers(members(text));
    }

    private static String fromUri(String text) {
        URI uri = uri(text);
        if (uri.getHost() == null || uri.getRawPath().length() < 2) {
            throw unreadable();
        }
        Map<String, String> options = new LinkedHashMap<>();
        Optional.ofNullable(uri.getRawUserInfo()).ifPresent(login -> addLogin(options, login));
        String own =
                Optional.ofNullable(uri.getRawQuery()).map(query -> "&" + query).orElse("");
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return url(uri.getHost() + ":" + port + uri.getRawPath(), options) + own;
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            // The exception's message would show the password.
            throw unreadable();
        }
    }

    private static void addLogin(Map<String, String> options, String login) {
        String[] parts = login.split(":", 2);
        options.put("user", decoded(parts[0]));
        if (parts.length == 2) {
            options.put("password", decoded(parts[1]));
        }
    }

    private static String fromMembers(Map<String, String> members) {
        String host = take(members, "host");
        String name = take(members, "database");
        String port = Optional.ofNullable(members.remove("port")).orElse("5432");
        Map<String, String> options = new LinkedHashMap<>();
        members.forEach((key, value) -> options.put(option(key), sslMode(key, value)));
        return url(host + ":" + port + "/" + encoded(name), options);
    }

    private static Map<String, String> members(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        Matcher matcher = MEMBER.matcher(text);
        while (matcher.find()) {
            String value = Optional.ofNullable(matcher.group(3))
                    .or(() -> Optional.ofNullable(matcher.group(4)))
                    .orElse(matcher.group(2));
            members.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return members;
    }

    private static String take(Map<String, String> members, String key) {
        return Optional.ofNullable(members.remove(key)).orElseThrow(ConnectionString::unreadable);
    }

    private static String option(String key) {
        return Optional.ofNullable(OPTIONS.get(key))
                .orElseThrow(() -> new IllegalArgumentException("DB_CONNECTION_STRING has an unknown part '" + key
                        + "'. It may name Host, Port, Database, Username, Password, SSL Mode, Root Certificate, Application Name and"
                        + " Search Path; for other options of the driver use a jdbc:postgresql: URL."));
    }

    /** {@code VerifyFull} is {@code verify-full} to the Java driver. */
    private static String sslMode(String key, String value) {
        return option(key).equals("sslmode")
                ? value.replaceAll("(?i)^verify-?", "verify-").toLowerCase(Locale.ROOT)
                : value;
    }

    private static String url(String place, Map<String, String> options) {
        return "jdbc:postgresql://" + place
                + options.entrySet().stream()
                        .map(option -> option.getKey() + "=" + encoded(option.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A plus sign is itself in this part of an address. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("DB_CONNECTION_STRING cannot be read. " + EXAMPLE);
    }
}
