package tako.app.testdrive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores what it is sent, and ends every task at once: enough to see what a start of the test drive makes and changes. Answers come from one
 * thread.
 */
final class StoringServer implements AutoCloseable {
    private static final String SPACE = "/api/Spaces-1";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer http;
    private final Map<String, ObjectNode> documents = new TreeMap<>();
    private final List<String> newestFirst = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private String health = "Healthy";
    private Optional<String> failure = Optional.empty();
    private boolean asking;

    StoringServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
        put(SPACE + "/projectgroups/ProjectGroups-1", object().put("Id", "ProjectGroups-1"));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** What health checks find from now on. */
    synchronized void finds(String status) {
        health = status;
    }

    /** Deployments fail from now on, with this line in their log. */
    synchronized void fails(String cause) {
        failure = Optional.of(cause);
    }

    synchronized void succeeds() {
        failure = Optional.empty();
    }

    /** Deployments to other environments than the first wait for an answer from now on. */
    synchronized void asks() {
        asking = true;
    }

    /** Whether a deployment waits for an answer. */
    synchronized boolean isAsked() {
        return all("interruptions").stream()
                .anyMatch(one -> one.path("IsPending").asBoolean());
    }

    /** The requests that changed something since the last call: method and address in the space. */
    synchronized List<String> changes() {
        List<String> seen = List.copyOf(changes);
        changes.clear();
        return seen;
    }

    /** The documents of a collection, the newest first. */
    synchronized List<ObjectNode> all(String collection) {
        return newestFirst.stream()
                .filter(path -> path.matches(SPACE + "/" + collection + "/[^/]+"))
                .map(documents::get)
                .toList();
    }

    /** A document by its address in the space. */
    synchronized ObjectNode at(String path) {
        return documents.getOrDefault(SPACE + path, object());
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode sent = body.length == 0 ? object() : JSON.readTree(body);
        String path = inSpace(uri.getPath());
        Optional<JsonNode> answer = exchange.getRequestMethod().equals("GET")
                ? read(path, Optional.ofNullable(uri.getQuery()).orElse(""))
                : Optional.of(change(exchange.getRequestMethod(), path, (ObjectNode) sent));
        byte[] text = answer.orElseGet(StoringServer::object).toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.isPresent() ? 200 : 404, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    /** What belongs to the whole server is kept beside what belongs to its one space. */
    private static String inSpace(String path) {
        return path.startsWith(SPACE) ? path : SPACE + path.substring("/api".length());
    }

    private Optional<JsonNode> read(String path, String query) {
        if (path.endsWith("/log/lines")) {
            return Optional.of(lines(query));
        }
        if (documents.containsKey(path)) {
            return Optional.of(documents.get(path));
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (last.equals("deploymentprocesses") || path.startsWith(SPACE + "/variables/")) {
            return Optional.of(object());
        }
        return last.matches("[a-z]+") ? Optional.of(page(last, query)) : release(path);
    }

    private JsonNode page(String collection, String query) {
        ObjectNode page = object();
        all(collection).stream()
                .filter(one -> !query.contains("taskState=Success")
                        || one.path("Succeeded").asBoolean())
                .filter(one -> !query.contains("environments=")
                        || query.contains(
                                "environments=" + one.path("EnvironmentId").asString()))
                .forEach(page.withArray("Items")::add);
        return page;
    }

    private Optional<JsonNode> release(String path) {
        String version = path.substring(path.lastIndexOf('/') + 1);
        return all("releases").stream()
                .filter(release -> release.path("Version").asString().equals(version))
                .map(JsonNode.class::cast)
                .findFirst();
    }

    private ObjectNode lines(String query) {
        ObjectNode lines = object();
        failure.filter(_ -> !query.contains("from=2"))
                .ifPresent(cause -> lines.withArray("Lines")
                        .addObject()
                        .put("Number", 1)
                        .put("Category", "Error")
                        .put("MessageText", cause));
        return lines;
    }

    private ObjectNode change(String method, String path, ObjectNode sent) {
        changes.add(method + " " + path.substring(SPACE.length()));
        if (method.equals("PUT")) {
            put(path, withoutSecrets(sent));
            return sent;
        }
        return switch (path.substring(SPACE.length())) {
            case "/releases/create/v1" ->
                created(
                        "releases",
                        sent.put("Version", sent.path("ReleaseVersion").asString()));
            case "/deployments/create/untenanted/v1" -> deployed(sent);
            case "/tasks" -> checked(sent);
            default -> acted(path, sent);
        };
    }

    private ObjectNode acted(String path, ObjectNode sent) {
        if (path.endsWith("/submit")) {
            return answered(documents.getOrDefault(path.substring(0, path.lastIndexOf('/')), object()), sent);
        }
        return path.endsWith("/replace") ? sent : created(path.substring(SPACE.length() + 1), sent);
    }

    private ObjectNode answered(ObjectNode interruption, ObjectNode sent) {
        interruption.put("IsPending", false).withObject("Form").set("Values", sent);
        boolean success = sent.path("Result").asString().equals("Proceed");
        at("/tasks/" + interruption.path("TaskId").asString())
                .put("HasPendingInterruptions", false)
                .put("IsCompleted", true)
                .put("FinishedSuccessfully", success)
                .put("State", success ? "Success" : "Failed");
        return interruption;
    }

    private void ask(String task) {
        at("/tasks/" + task).put("HasPendingInterruptions", true).put("IsCompleted", false);
        ObjectNode interruption =
                object().put("Title", "Deployment Sign Off").put("TaskId", task).put("IsPending", true);
        interruption.putArray("ResponsibleTeamIds").add("teams-1");
        interruption
                .putObject("Form")
                .putArray("Elements")
                .addObject()
                .put("Name", "Instructions")
                .putObject("Control")
                .put("Text", "Open the application.");
        created("interruptions", interruption);
    }

    private ObjectNode created(String collection, ObjectNode sent) {
        String id = collection + "-" + (all(collection).size() + 1);
        sent.put("Id", id).put("VariableSetId", "variableset-" + id);
        if (collection.equals("certificates")) {
            sent.put(
                    "Thumbprint",
                    thumbprint(sent.at("/CertificateData/NewValue").asString()));
        }
        put(SPACE + "/" + collection + "/" + id, withoutSecrets(sent));
        return sent;
    }

    private ObjectNode deployed(ObjectNode sent) {
        String environment = sent.path("EnvironmentNames").path(0).asString();
        String task = task(failure.isEmpty());
        all("environments").stream()
                .filter(one -> one.path("Name").asString().equals(environment))
                .forEach(one -> created("deployments", object())
                        .put("Succeeded", failure.isEmpty())
                        .put("TaskId", task)
                        .put(
                                "ReleaseId",
                                release("/" + sent.path("ReleaseVersion").asString())
                                        .orElseThrow()
                                        .path("Id")
                                        .asString())
                        .set("EnvironmentId", one.path("Id")));
        if (asking && !environment.equals("Dev")) {
            ask(task);
        }
        ObjectNode answer = object();
        answer.putArray("DeploymentServerTasks").addObject().put("ServerTaskId", task);
        return answer;
    }

    private ObjectNode checked(ObjectNode sent) {
        sent.at("/Arguments/MachineIds")
                .forEach(id -> at("/machines/" + id.asString())
                        .put("HealthStatus", health)
                        .put("StatusSummary", "It was asked, and is " + health + "."));
        return object().put("Id", task(health.equals("Healthy")));
    }

    private String task(boolean success) {
        return created(
                        "tasks",
                        object().put("IsCompleted", true)
                                .put("FinishedSuccessfully", success)
                                .put("State", success ? "Success" : "Failed"))
                .path("Id")
                .asString();
    }

    private void put(String path, ObjectNode document) {
        documents.put(path, document);
        if (!newestFirst.contains(path)) {
            newestFirst.addFirst(path);
        }
    }

    private static ObjectNode withoutSecrets(ObjectNode sent) {
        sent.forEach(member -> {
            if (member instanceof ObjectNode secret && secret.has("NewValue")) {
                secret.putNull("NewValue");
            }
        });
        return sent;
    }

    private static String thumbprint(String base64) {
        try (var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(base64))) {
            byte[] first = CertificateFactory.getInstance("X.509")
                    .generateCertificate(bytes)
                    .getEncoded();
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(first));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
