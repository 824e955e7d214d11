package tako.steps.kubernetes.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tako.steps.kubernetes.cluster.ClusterFailure.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An API server's answer that is no success.
 *
 * @param code the HTTP status, or that of an error inside a watch
 * @param status the {@code Status} object; empty if the answer held none
 * @param retryAfter seconds that the server asks to wait; 0 if it does not
 */
record StatusAnswer(int code, JsonNode status, int retryAfter) {
    private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]+)\"");
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("\\.[\\w.\\[\\]-]+: field not declared in schema");
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(20);

    /** From an answer's body, which may be anything. */
    static StatusAnswer of(int code, String body, int retryAfter) {
        try {
            return new StatusAnswer(code, ClusterJson.read(body), retryAfter);
        } catch (JacksonException e) {
            return new StatusAnswer(code, JsonNodeFactory.instance.objectNode(), retryAfter);
        }
    }

    /** What it means. */
    ClusterException exception(String url, Call call) {
        var patience = Duration.ofSeconds(retryAfter);
        return new ClusterException(
                failure(url, call), managers(), patience.compareTo(LONGEST_PATIENCE) < 0 ? patience : LONGEST_PATIENCE);
    }

    private ClusterFailure failure(String url, Call call) {
        return switch (code) {
            case 401 ->
                new ClusterFailure(
                        Reason.UNAUTHENTICATED,
                        "The cluster at " + url
                                + " does not know who asks (401). Check the target's account or client certificate: it may be wrong, expired, or of another cluster.");
            case 403 -> forbidden(call);
            case 404 -> missing(url, call);
            case 409 -> conflict(call);
            case 410 ->
                new ClusterFailure(Reason.GONE, "The cluster no longer holds the history that was asked for (410).");
            case 400, 413, 415, 422 -> invalid(url, call);
            case 429 ->
                new ClusterFailure(
                        Reason.BUSY,
                        "The cluster at " + url + " is asked too much and puts the request to " + call.purpose()
                                + " off (429). Deploy again later, or give Tako's requests more room there.");
            case 502, 503, 504 ->
                new ClusterFailure(
                        Reason.BUSY,
                        "The cluster at " + url + " cannot answer just now (" + code + detail()
                                + "). Check that its API server is well, then deploy again.");
            default -> other(url, call);
        };
    }

    private ClusterFailure forbidden(Call call) {
        var message = message();
        if (message.contains("exceeded quota")) {
            return new ClusterFailure(
                    Reason.FORBIDDEN,
                    "A quota of the namespace does not allow to " + call.purpose() + ": " + message
                            + ". Raise the quota, or ask for less.");
        }
        if (message.contains("being terminated")) {
            return new ClusterFailure(
                    Reason.FORBIDDEN,
                    "The namespace is being deleted, so the cluster does not " + call.purpose()
                            + ". Wait until it is gone, then deploy again.");
        }
        if (message.contains(" cannot ")) {
            return new ClusterFailure(
                    Reason.FORBIDDEN,
                    "The cluster does not allow this target to " + call.purpose() + ": " + message
                            + ". Give that user a role that allows it.");
        }
        return new ClusterFailure(
                Reason.FORBIDDEN,
                "The cluster forbids to " + call.purpose() + " (403)" + detail()
                        + ". Ask for what its rules allow, or have them changed.");
    }

    private ClusterFailure missing(String url, Call call) {
        if (status.path("details").path("kind").asString("").equals("namespaces")) {
            var name = status.path("details").path("name").asString("");
            return new ClusterFailure(
                    Reason.NAMESPACE_MISSING,
                    "The namespace \"" + name
                            + "\" does not exist in the cluster. Make it, or correct the name in the step or the target.");
        }
        return isStatus()
                ? new ClusterFailure(
                        Reason.NOT_FOUND,
                        "The cluster did not " + call.purpose() + ", because it does not exist there (404)" + detail()
                                + ".")
                : new ClusterFailure(
                        Reason.NOT_FOUND,
                        "What answers at " + url
                                + " is no Kubernetes API server (404). Check the cluster's address, without a path behind it.");
    }

    private ClusterFailure conflict(Call call) {
        var managers = managers();
        return managers.isEmpty()
                ? new ClusterFailure(
                        Reason.CONFLICT,
                        "The cluster did not " + call.purpose() + ", because of another change at the same time"
                                + detail() + ". Deploy again.")
                : new ClusterFailure(
                        Reason.CONFLICT,
                        "The cluster did not " + call.purpose() + ", because others own what it would change: "
                                + owned()
                                + ". Let the step force conflicts, or leave these fields out of it.");
    }

    private ClusterFailure invalid(String url, Call call) {
        if (!isStatus()) {
            return new ClusterFailure(
                    Reason.OTHER,
                    "What answers at " + url
                            + (url.startsWith("http://") ? " wants TLS" : " is no Kubernetes API server") + " (" + code
                            + "). Check the cluster's address: it usually begins with https://.");
        }
        return new ClusterFailure(
                isImmutable() ? Reason.IMMUTABLE : Reason.INVALID,
                "The cluster did not accept the request to " + call.purpose() + ": " + causes() + wayOut());
    }

    private ClusterFailure other(String url, Call call) {
        Matcher unknown = UNKNOWN_FIELD.matcher(message());
        return unknown.find()
                ? new ClusterFailure(
                        Reason.INVALID,
                        "The cluster did not accept the request to " + call.purpose() + ": it knows no field "
                                + unknown.group().substring(1).replace(": field not declared in schema", "")
                                + ". Correct the field's name, or remove it.")
                : new ClusterFailure(
                        code >= 500 ? Reason.BUSY : Reason.OTHER,
                        "The cluster at " + url + " failed to " + call.purpose() + " (" + code + ")" + detail()
                                + ". Look into its API server's log.");
    }

    private String wayOut() {
        if (message().contains("provided port is already allocated")) {
            return ". That node port belongs to another service: choose another one, or remove that service.";
        }
        if (message().contains("provided port is not in the valid range")) {
            return ". Choose a node port inside the cluster's range, which usually is 30000-32767.";
        }
        if (isImmutable()) {
            return ". What cannot be changed needs a new object: delete the old one, or choose another name.";
        }
        return ". Correct it in the step.";
    }

    private boolean isImmutable() {
        return message().contains("field is immutable");
    }

    private String causes() {
        var causes = status.path("details").path("causes");
        return causes.isEmpty()
                ? message()
                : causes.valueStream()
                        .map(cause -> cause.path("field").asString("") + ": "
                                + cause.path("message").asString(""))
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    private String owned() {
        return status.path("details")
                .path("causes")
                .valueStream()
                .map(cause -> cause.path("field").asString("") + " ("
                        + manager(cause.path("message").asString("")).orElse("?") + ")")
                .collect(Collectors.joining(", "));
    }

    private Set<String> managers() {
        var names = new TreeSet<String>();
        if (code == 409) {
            status.path("details")
                    .path("causes")
                    .valueStream()
                    .filter(cause -> cause.path("reason").asString("").equals("FieldManagerConflict"))
                    .forEach(
                            cause -> manager(cause.path("message").asString("")).ifPresent(names::add));
        }
        return names;
    }

    private static Optional<String> manager(String message) {
        var matcher = MANAGER.matcher(message);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private boolean isStatus() {
        return status.path("kind").asString("").equals("Status");
    }

    private String message() {
        return status.path("message").asString("").strip();
    }

    private String detail() {
        return message().isEmpty() ? "" : ": " + message();
    }
}
