package tako.testbed;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that the API server answered. Texts are empty where the log has none.
 *
 * @param received when it came
 * @param verb {@code get}, {@code list}, {@code watch}, {@code create}, {@code update}, {@code patch}, {@code delete}, …
 * @param resource the plural, with its subresource: {@code deployments}, {@code pods/log}
 * @param namespace where the object is
 * @param name the object; empty for lists and for names that the server chooses
 * @param uri path and query as asked; the query of an apply names the field manager
 * @param userAgent what the client says it is
 * @param user who asked
 * @param code the answer's status
 */
public record AuditEntry(
        Instant received,
        String verb,
        String resource,
        String namespace,
        String name,
        String uri,
        String userAgent,
        String user,
        int code) {
    // A quote inside a value is escaped, so no value can look like a member.
    private static final Pattern OBJECT = Pattern.compile("\"objectRef\":\\{([^}]*)}");
    private static final Pattern CODE = Pattern.compile("\"responseStatus\":\\{.*?\"code\":(\\d+)");

    /** Whether it may have changed something. */
    public boolean writes() {
        return switch (verb) {
            case "get", "list", "watch" -> false;
            default -> true;
        };
    }

    static AuditEntry parse(String line) {
        Matcher object = OBJECT.matcher(line);
        String reference = object.find() ? object.group(1) : "";
        String subresource = text("subresource", reference);
        Matcher code = CODE.matcher(line);
        return new AuditEntry(
                Instant.parse(text("requestReceivedTimestamp", line)),
                text("verb", line),
                text("resource", reference) + (subresource.isEmpty() ? "" : "/" + subresource),
                text("namespace", reference),
                text("name", reference),
                text("requestURI", line).replace("\\u0026", "&"),
                text("userAgent", line),
                text("username", line),
                code.find() ? Integer.parseInt(code.group(1)) : 0);
    }

    private static String text(String member, String line) {
        Matcher value =
                Pattern.compile("\"" + member + "\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(line);
        return value.find() ? value.group(1) : "";
    }
}
