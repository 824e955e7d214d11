package tako.server.infrastructure.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.resource.Dimensions;
import tako.server.resource.Documents;
import tako.server.resource.Draft;
import tako.server.resource.Kind;
import tako.server.resource.Scoping;
import tako.server.resource.SpaceDefaults;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Machine policies; each space has one that targets get when they name none. */
public final class MachinePolicies implements SpaceDefaults {
    /** The descriptor. */
    public static final Kind<MachinePolicy> KIND = Kind.of(
                    MachinePolicy.class, "MachinePolicy", "MachinePolicies", "machine_policy")
            .names(new Kind.Names(200, true, false))
            .scopings(policy -> Stream.of(new Scoping(Dimensions.IS_DEFAULT, String.valueOf(policy.isDefault()))))
            .rules(MachinePolicies::problems)
            .links(policy -> Map.of("Machines", "{self}/machines{?skip,take}", "Workers", "{self}/workers{?skip,take}"))
            .example(Map.of("Name", "Patient"))
            .build();

    private final Documents<MachinePolicy> documents;
    private final JsonMapper mapper;

    public MachinePolicies(Documents<MachinePolicy> documents, JsonMapper mapper) {
        this.documents = documents;
        this.mapper = mapper;
    }

    @Override
    public void fill(Tx tx, Principal who, String space) {
        ObjectNode policy = template();
        policy.put("Name", "Default Machine Policy");
        policy.put("IsDefault", true);
        documents.insert(tx, who, space, policy);
    }

    /** A policy that is not stored, with every member at its default. */
    public ObjectNode template() {
        return (ObjectNode) mapper.readTree("""
                {"Name": "", "Description": "", "IsDefault": false,
                 "MachineHealthCheckPolicy": {"HealthCheckType": "RunScript", "HealthCheckInterval": "01:00:00",
                   "HealthCheckCron": null, "HealthCheckCronTimezone": "UTC",
                   "BashHealthCheckPolicy": {"RunType": "InheritFromDefault", "ScriptBody": null},
                   "PowerShellHealthCheckPolicy": {"RunType": "InheritFromDefault", "ScriptBody": null}},
                 "MachineConnectivityPolicy": {"MachineConnectivityBehavior": "ExpectedToBeOnline"},
                 "MachineCleanupPolicy": {"DeleteMachinesBehavior": "DoNotDelete", "DeleteMachinesElapsedTimeSpan": "00:00:00"},
                 "MachineUpdatePolicy": {"CalamariUpdateBehavior": "UpdateOnDeployment", "TentacleUpdateBehavior": "NeverUpdate",
                   "TentacleUpdateAccountId": null, "KubernetesAgentUpdateBehavior": "Update"},
                 "ConnectionConnectTimeout": "00:01:00", "ConnectionRetryCountLimit": 5,
                 "ConnectionRetrySleepInterval": "00:00:01", "ConnectionRetryTimeLimit": "00:05:00",
                 "PollingRequestQueueTimeout": "00:02:00", "PollingRequestMaximumMessageProcessingTimeout": "00:10:00"}""");
    }

    /** The id of a space's default policy. */
    static Optional<String> defaultIn(View view, String space) {
        return view.query("""
                        select id from machine_policy join scope on scope.source = machine_policy.id_key
                        where space_id = :space and scope.dimension = :dimension and scope.value = 'true'""")
                .bind("space", space)
                .bind("dimension", Dimensions.IS_DEFAULT)
                .mapTo(String.class)
                .findFirst();
    }

    /** A time span a client can read: Go's reads fixed positions. */
    private static List<String> problems(Draft<MachinePolicy> draft) {
        MachinePolicy policy = draft.after();
        return Map.of(
                        "ConnectionConnectTimeout", policy.connectionConnectTimeout(),
                        "ConnectionRetrySleepInterval", policy.connectionRetrySleepInterval(),
                        "ConnectionRetryTimeLimit", policy.connectionRetryTimeLimit(),
                        "PollingRequestQueueTimeout", policy.pollingRequestQueueTimeout(),
                        "PollingRequestMaximumMessageProcessingTimeout",
                                policy.pollingRequestMaximumMessageProcessingTimeout())
                .entrySet()
                .stream()
                .filter(span -> !span.getValue().matches("(\\d\\.)?\\d\\d:\\d\\d:\\d\\d"))
                .map(span -> span.getKey() + ": '" + span.getValue()
                        + "' is no time span. Send hours, minutes and seconds, e.g. \"00:05:00\".")
                .sorted()
                .toList();
    }
}
