package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What the kubelet does to a container: it runs a command, sends an HTTP request, or opens a connection. */
record HandlerSection(Item item) {
    private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");

    /** Adds the handler of a type: {@code Command}, {@code HttpGet} or {@code TcpSocket}. */
    ObjectDraft add(ObjectDraft draft, String type) {
        return switch (type) {
            case "Command" -> draft.with("exec", exec());
            case "HttpGet" -> draft.with("httpGet", httpGet());
            case "TcpSocket" -> draft.with("tcpSocket", tcpSocket());
            default -> draft;
        };
    }

    /** The handler that is filled in where no type says which. */
    Optional<String> filled() {
        return Stream.of("Exec", "HttpGet", "TcpSocket")
                .filter(this::isFilled)
                .map(name -> name.equals("Exec") ? "Command" : name)
                .findFirst();
    }

    private boolean isFilled(String name) {
        Item handler = item.child(name, name);
        return !handler.texts("command").isEmpty()
                || handler.field("port").isGiven()
                || handler.field("path").isGiven();
    }

    private ObjectNode exec() {
        Item exec = item.child("exec", "command");
        if (exec.texts("command").isEmpty()) {
            exec.problems().add("The " + exec.where() + " is empty. Write the command, one part in each line.");
        }
        return new ObjectDraft().with("command", exec.texts("command")).node();
    }

    private ObjectNode httpGet() {
        Item get = item.child("httpGet", "HTTP request");
        get.field("port").given();
        return new ObjectDraft()
                .with("host", get.field("host").node(Format.LINE))
                .with("path", get.field("path").any())
                .with("port", get.field("port").portOrName())
                .with(
                        "scheme",
                        get.field("scheme")
                                .oneOf(SCHEMES)
                                .map(name -> Text.plain(name.toUpperCase(Locale.ROOT))
                                        .node()))
                .with("httpHeaders", headers(get))
                .node();
    }

    private static List<ObjectNode> headers(Item get) {
        return get.pairs("httpHeaders", "header").stream()
                .map(header -> new ObjectDraft()
                        .with("name", header.key().required(Format.LINE))
                        .with("value", header.value().anyOrEmpty())
                        .node())
                .toList();
    }

    private ObjectNode tcpSocket() {
        Item socket = item.child("tcpSocket", "TCP connection");
        socket.field("port").given();
        return new ObjectDraft()
                .with("host", socket.field("host").node(Format.LINE))
                .with("port", socket.field("port").portOrName())
                .node();
    }
}
