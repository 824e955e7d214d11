package tako.server.library.variableset;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tako.platform.http.Principal;
import tako.server.library.variableset.LibraryVariableSetUsage.OfProject;
import tako.server.library.variableset.LibraryVariableSetUsage.OfRelease;
import tako.server.resource.DocumentService;
import tako.server.resource.Scoping;
import tako.server.resource.Usages;
import tools.jackson.databind.node.ObjectNode;

/** Tells what uses library variable sets: the projects that include them and the releases that hold frozen copies. */
public final class LibraryVariableSetUsages {
    private final DocumentService<LibraryVariableSet> sets;
    private final Usages usages;

    public LibraryVariableSetUsages(DocumentService<LibraryVariableSet> sets, Usages usages) {
        this.sets = sets;
        this.usages = usages;
    }

    /** What uses a set, as far as the principal may see it. @throws tako.platform.http.Problem 404 */
    public LibraryVariableSetUsage of(Principal who, String space, String id) {
        String set = sets.get(who, space, id).id();
        Usages.Seen including = usages.pointing(who, space, set);
        Usages.Seen holding = usages.lying(who, space, new Scoping(LibraryVariableSetKind.HELD, set));
        Set<String> current = including.documents().stream()
                .map(project -> text(project, "Id"))
                .collect(toSet());
        Map<String, List<OfRelease>> releases = holding.documents().stream()
                .collect(groupingBy(
                        release -> text(release, "ProjectId"),
                        mapping(release -> new OfRelease(text(release, "Id"), text(release, "Version")), toList())));
        List<String> concerned = Stream.concat(current.stream(), releases.keySet().stream())
                .distinct()
                .toList();
        List<OfProject> projects = usages.among(who, space, concerned).documents().stream()
                .map(project -> ofProject(project, releases, current))
                .toList();
        return new LibraryVariableSetUsage(
                set,
                projects,
                including.hidden(),
                holding.hidden(),
                0,
                Map.of("Self", "/api/" + space + "/libraryvariablesets/" + set + "/usages"));
    }

    private static OfProject ofProject(ObjectNode project, Map<String, List<OfRelease>> releases, Set<String> current) {
        String id = text(project, "Id");
        return new OfProject(
                text(project, "Slug"),
                text(project, "Name"),
                id,
                releases.getOrDefault(id, List.of()),
                List.of(),
                current.contains(id));
    }

    private static String text(ObjectNode document, String member) {
        return document.path(member).asString("");
    }
}
