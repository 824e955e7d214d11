package tako.server.infrastructure.machine;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tako.platform.database.View;
import tako.server.resource.Dimensions;
import tako.server.resource.Documents;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Reference;
import tako.server.resource.Scoping;
import tako.server.resource.Stored;

/** Deployment targets. */
public final class Machines {
    /** The descriptor. */
    public static final Kind<Machine> KIND = Kind.of(Machine.class, "Machine", "Machines", "machine")
            .references(machine -> Stream.of(
                            Reference.from("EnvironmentIds", "Environments", machine.environmentIds()),
                            Reference.from("MachinePolicyId", "MachinePolicies", machine.machinePolicyId()),
                            EndpointReferences.of(machine.endpoint()))
                    .flatMap(references -> references))
            .scopings(Machines::scopings)
            .filters(
                    new Kind.Filter("environmentIds", Dimensions.ENVIRONMENT),
                    new Kind.Filter("roles", Dimensions.ROLE),
                    new Kind.Filter("isDisabled", Dimensions.IS_DISABLED),
                    new Kind.Filter("healthStatuses", Dimensions.HEALTH_STATUS),
                    new Kind.Filter("commStyles", Dimensions.COMMUNICATION_STYLE),
                    new Kind.Filter("tenantIds", Dimensions.TENANT),
                    new Kind.Filter("tenantTags", Dimensions.TENANT_TAG),
                    new Kind.Filter("shellNames", HostFacts.SHELL))
            .rules(draft -> MachineRules.problems(draft.after()))
            .completion((view, space, json) -> MachineForm.complete(view, space, json, EndpointUse::known))
            .links(machine -> Map.of(
                    "Connection", "{self}/connection",
                    "TasksTemplate", "{self}/tasks{?skip,take,type}",
                    "SinglyScopedVariableDetails", "{self}/singlyScopedVariableDetails"))
            .example(Map.of(
                    "Name", "this-server",
                    "EnvironmentIds", List.of("Environments-1"),
                    "Roles", List.of("web"),
                    "Endpoint", Map.of("CommunicationStyle", "None")))
            .build();

    private Machines() {}

    /** The enabled targets of an environment, by name. */
    public static List<Stored<Machine>> enabledIn(
            View view, Documents<Machine> machines, String space, String environment) {
        ListQuery query = ListQuery.ALL.withScope(Dimensions.ENVIRONMENT, List.of(environment));
        return machines.list(view, space, query).items().stream()
                .filter(machine -> !machine.value().isDisabled())
                .toList();
    }

    /** The tags in use, sorted without regard to case. */
    public static List<String> rolesIn(View view, Documents<Machine> machines, String space) {
        return roles(machines.all(view, space));
    }

    /** The tags of some targets, sorted without regard to case. */
    public static List<String> roles(List<Stored<Machine>> machines) {
        var roles = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        machines.forEach(machine -> roles.addAll(machine.value().roles()));
        return List.copyOf(roles);
    }

    private static Stream<Scoping> scopings(Machine machine) {
        return Stream.of(
                        machine.environmentIds().stream().map(id -> new Scoping(Dimensions.ENVIRONMENT, id)),
                        machine.roles().stream().map(role -> new Scoping(Dimensions.ROLE, role)),
                        Stream.of(new Scoping(Dimensions.IS_DISABLED, String.valueOf(machine.isDisabled()))),
                        Stream.of(new Scoping(Dimensions.HEALTH_STATUS, machine.healthStatus())),
                        machine.tenantIds().stream().map(id -> new Scoping(Dimensions.TENANT, id)),
                        machine.tenantTags().stream().map(tag -> new Scoping(Dimensions.TENANT_TAG, tag)),
                        Stream.of(new Scoping(Dimensions.MACHINE_POLICY, machine.machinePolicyId())),
                        HostFacts.scopings(machine.unknown()),
                        Stream.of(new Scoping(
                                Dimensions.COMMUNICATION_STYLE,
                                machine.endpoint().communicationStyle())))
                .flatMap(scopings -> scopings);
    }
}
