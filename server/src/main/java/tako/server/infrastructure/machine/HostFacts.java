package tako.server.infrastructure.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import tako.server.resource.Scoping;
import tools.jackson.databind.JsonNode;

/** What clients say of the machine behind a target or worker; the server keeps it and asks nobody. */
public final class HostFacts {
    /** The dimension of shells: {@code Bash}. */
    public static final String SHELL = "shellName";

    private static final String OPERATING_SYSTEM = "OperatingSystem";
    private static final String SHELL_NAME = "ShellName";

    private HostFacts() {}

    /** What lists filter by. */
    public static Stream<Scoping> scopings(Map<String, JsonNode> members) {
        return fact(members, SHELL_NAME).map(shell -> new Scoping(SHELL, shell)).stream();
    }

    /** The names of operating systems in use, sorted without regard to case. */
    public static List<String> operatingSystems(Stream<Map<String, JsonNode>> documents) {
        return distinct(documents, members -> fact(members, OPERATING_SYSTEM));
    }

    /** The names of shells in use, sorted without regard to case. */
    public static List<String> shells(Stream<Map<String, JsonNode>> documents) {
        return distinct(documents, members -> fact(members, SHELL_NAME));
    }

    private static List<String> distinct(
            Stream<Map<String, JsonNode>> documents, Function<Map<String, JsonNode>, Optional<String>> fact) {
        var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        documents.map(fact).flatMap(Optional::stream).forEach(names::add);
        return List.copyOf(names);
    }

    private static Optional<String> fact(Map<String, JsonNode> members, String name) {
        return Optional.ofNullable(members.get(name))
                .map(node -> node.asString("").strip())
                .filter(text -> !text.isEmpty());
    }
}
