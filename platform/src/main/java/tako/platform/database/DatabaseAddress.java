package tako.platform.database;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Which database to use. */
public sealed interface DatabaseAddress {
    /** A SQLite file. */
    record Embedded(Path file) implements DatabaseAddress {}

    /** A PostgreSQL database by its JDBC URL. */
    record Postgres(String jdbcUrl) implements DatabaseAddress {}

    /**
     * Reads a connection string: {@code postgresql://user:password@host:5432/name}, a {@code jdbc:postgresql:} URL, or
     * {@code Host=…;Database=…;Username=…;Password=…}.
     *
     * @throws IllegalArgumentException with a sentence for people, e.g. for a SQL Server string
     */
    static DatabaseAddress parse(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("jdbc:postgresql:")) {
            return new Postgres(trimmed);
        }
        if (trimmed.startsWith("postgresql://") || trimmed.startsWith("postgres://")) {
            return fromUri(URI.create(trimmed));
        }
        Map<String, String> members = members(trimmed);
        if (members.containsKey("host") && members.containsKey("database")) {
            return fromMembers(members);
        }
        if (trimmed.toLowerCase(Locale.ROOT).matches(".*(data source|initial catalog|server)\\s*=.*")) {
            throw new IllegalArgumentException(
                    "DB_CONNECTION_STRING names a Microsoft SQL Server, which is not supported."
                            + " Use PostgreSQL (postgresql://user:password@host/name), or leave it out for the embedded database.");
        }
        throw new IllegalArgumentException("DB_CONNECTION_STRING cannot be read."
                + " Use postgresql://user:password@host:5432/name, or leave it out for the embedded database.");
    }

    private static Postgres fromUri(URI uri) {
        var url = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
        if (uri.getPort() > 0) {
            url.append(':').append(uri.getPort());
        }
        url.append(uri.getPath()).append('?');
        if (uri.getUserInfo() != null) {
            String[] login = uri.getUserInfo().split(":", 2);
            url.append("user=").append(encode(login[0]));
            if (login.length == 2) {
                url.append("&password=").append(encode(login[1]));
            }
        }
        if (uri.getRawQuery() != null) {
            url.append('&').append(uri.getRawQuery());
        }
        return new Postgres(url.toString());
    }

    private static Postgres fromMembers(Map<String, String> members) {
        String port = members.getOrDefault("port", "5432");
        String user = members.getOrDefault("username", members.getOrDefault("user id", ""));
        return new Postgres("jdbc:postgresql://" + members.get("host") + ":" + port + "/" + members.get("database")
                + "?user=" + encode(user) + "&password=" + encode(members.getOrDefault("password", "")));
    }

    private static Map<String, String> members(String text) {
        var members = new LinkedHashMap<String, String>();
        for (String part : text.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                members.put(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        part.substring(equals + 1).strip());
            }
        }
        return members;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
