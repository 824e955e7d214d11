package tako.server.infrastructure.machine;

import java.util.List;
import tako.platform.http.Principal;
import tako.server.infrastructure.environment.Environments;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The targets of a space as environments, tags and connections show them. */
public final class EnvironmentMachines {
    private final Engine engine;
    private final Environments environments;
    private final Documents<Machine> machines;

    public EnvironmentMachines(Engine engine, Environments environments, Documents<Machine> machines) {
        this.engine = engine;
        this.environments = environments;
        this.machines = machines;
    }

    /**
     * Which environments and targets a summary counts.
     *
     * @param hideEmpty leaves out environments without a target
     */
    public record Choice(ListQuery environments, ListQuery machines, boolean hideEmpty) {}

    /** Counts of targets for each environment, as clients read it. */
    public ObjectNode summary(Principal principal, String space, Choice choice) {
        engine.permissions().require(principal, "EnvironmentView", space);
        engine.permissions().require(principal, "MachineView", space);
        EnvironmentsSummary summary = engine.database()
                .read(view -> EnvironmentsSummary.of(
                        environments
                                .documents()
                                .list(view, space, choice.environments())
                                .items(),
                        machines.list(view, space, choice.machines()).items()));
        return present(choice.hideEmpty() ? summary.withoutEmpty() : summary);
    }

    /** The tags in use in a space. */
    public List<String> roles(Principal principal, String space) {
        engine.permissions().require(principal, "MachineView", space);
        return engine.database().read(view -> Machines.rolesIn(view, machines, space));
    }

    /** The id of an environment by id or slug. @throws tako.platform.http.Problem 404 */
    public String environmentId(Principal principal, String space, String idOrSlug) {
        return environments.get(principal, space, idOrSlug).id();
    }

    private ObjectNode present(EnvironmentsSummary summary) {
        JsonMapper mapper = engine.mapper();
        ObjectNode json = summary.machines().into(mapper.createObjectNode());
        ArrayNode each = json.putArray("EnvironmentSummaries");
        for (EnvironmentsSummary.OfEnvironment one : summary.environmentSummaries()) {
            ObjectNode item = mapper.createObjectNode();
            item.set("Environment", environments.present(one.environment()));
            each.add(one.machines().into(item));
        }
        return json;
    }
}
