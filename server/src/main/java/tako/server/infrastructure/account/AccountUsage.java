package tako.server.infrastructure.account;

import java.util.List;
import java.util.Map;
import tako.server.resource.Usages.Usage;
import tools.jackson.databind.node.ObjectNode;

/**
 * What uses an account. Every list is there, also those of things that this version does not look into: steps, releases, runbooks,
 * tenants.
 *
 * @param id the account's
 */
record AccountUsage(
        String id,
        List<Target> targets,
        List<ObjectNode> deploymentProcesses,
        List<ObjectNode> releases,
        List<ProjectVariables> projectVariableSets,
        List<LibrarySet> libraryVariableSets,
        List<ObjectNode> runbookProcesses,
        List<ObjectNode> runbookSnapshots,
        List<ObjectNode> projectTenantVariables,
        List<ObjectNode> commonTenantVariables,
        Map<String, String> links) {
    /** A target that signs in with the account. */
    record Target(String targetName, String targetId) {}

    /** A project with a variable whose value is the account. */
    record ProjectVariables(
            String projectSlug,
            String projectName,
            String projectId,
            List<ObjectNode> releases,
            List<ObjectNode> runbookSnapshots,
            boolean isCurrentlyBeingUsedInProject) {}

    /** A library set with such a variable. */
    record LibrarySet(String libraryVariableSetId, String libraryVariableSetName) {}

    static AccountUsage of(String id, String self, List<Usage> usages) {
        return new AccountUsage(
                id,
                documents(usages, "Machine").stream()
                        .map(machine -> new Target(text(machine, "Name"), text(machine, "Id")))
                        .toList(),
                List.of(),
                List.of(),
                documents(usages, "Project").stream()
                        .map(project -> new ProjectVariables(
                                text(project, "Slug"),
                                text(project, "Name"),
                                text(project, "Id"),
                                List.of(),
                                List.of(),
                                true))
                        .toList(),
                documents(usages, "LibraryVariableSet").stream()
                        .map(set -> new LibrarySet(text(set, "Id"), text(set, "Name")))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("Self", self));
    }

    private static List<ObjectNode> documents(List<Usage> usages, String itemType) {
        return usages.stream()
                .filter(usage -> usage.itemType().equals(itemType))
                .map(Usage::document)
                .distinct()
                .toList();
    }

    private static String text(ObjectNode document, String member) {
        return document.path(member).asString("");
    }
}
