package tako.e2e.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tako.e2e.Answer;
import tako.e2e.Wire;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends recorded calls to a server and checks what their client needs of the answer. */
record Replay(Wire wire, Scene scene, List<ClientReads> reads) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Replays a call. */
    void of(RecordedCall call) {
        scene.before(call);
        var names = scene.names();
        var path = names.in(call.path());
        var body = call.body().map(names::in).map(text -> atCurrentVersion(call, path, text));

        var answer = wire.send(call.method(), path, body);

        assertThat(answer.status()).as("%s%n%s", call.name(), answer.text()).isEqualTo(ExpectedStatus.of(call));
        if (answer.status() < 300 && !call.method().equals("DELETE")) {
            checkMembers(call, path, answer);
        }
    }

    /** A versioned document is replaced at the version that it has here. */
    private String atCurrentVersion(RecordedCall call, String path, String body) {
        var document = (ObjectNode) JSON.readTree(body);
        if (!call.method().equals("PUT") || !document.has("Version")) {
            return body;
        }
        var current = wire.get(path).succeeded().json().path("Version").asInt();
        return document.put("Version", current).toString();
    }

    private void checkMembers(RecordedCall call, String path, Answer answer) {
        var json = answer.json();
        var missing = reads.stream()
                .filter(entry -> entry.covers(call))
                .flatMap(entry -> entry.members().stream())
                .filter(member -> !member.isIn(json))
                .map(MemberPath::text)
                .toList();
        assertThat(missing)
                .as("%s: members that the client reads, missing in%n%s", call.name(), answer.text())
                .isEmpty();
        if (json.has("Items")) {
            checkPage(path, json);
        }
    }

    private static void checkPage(String path, JsonNode page) {
        assertThat(List.of("TotalResults", "ItemsPerPage", "NumberOfPages", "LastPageNumber", "Links"))
                .allMatch(page::has, "is a member of a page");
        if (page.path("TotalResults").asInt() <= page.path("Items").size()) {
            assertThat(page.path("Links").has("Page.Next"))
                    .as("there is no page after the last")
                    .isFalse();
        }
        wantedName(path)
                .ifPresent(name -> assertThat(
                                StreamSupport.stream(page.path("Items").spliterator(), false))
                        .as("clients look for the exact name themselves")
                        .anyMatch(item -> item.path("Name").asString("").equals(name)));
    }

    private static Optional<String> wantedName(String path) {
        var query = Optional.ofNullable(URI.create(path).getRawQuery()).orElse("");
        return List.of(query.split("&")).stream()
                .filter(parameter -> parameter.startsWith("partialName="))
                .map(parameter -> URLDecoder.decode(parameter.substring("partialName=".length()), UTF_8))
                .findFirst();
    }
}
