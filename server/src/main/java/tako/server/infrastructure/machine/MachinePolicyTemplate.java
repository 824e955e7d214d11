package tako.server.infrastructure.machine;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A machine policy with every member at its default. */
final class MachinePolicyTemplate {
    /** The sections of a policy: clients need all of them. */
    private static final List<String> SECTIONS = List.of(
            MachinePolicy.HEALTH_CHECK, "MachineConnectivityPolicy", "MachineCleanupPolicy", "MachineUpdatePolicy");

    private static final String TEXT = """
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
            "PollingRequestQueueTimeout": "00:02:00", "PollingRequestMaximumMessageProcessingTimeout": "00:10:00"}""";

    private MachinePolicyTemplate() {}

    static ObjectNode json(JsonMapper mapper) {
        return (ObjectNode) mapper.readTree(TEXT);
    }

    /** Gives a policy the sections that a client left out; a member that it left out of a section stays away: it means none. */
    static void complete(ObjectNode policy) {
        ObjectNode template = json(JsonMapper.shared());
        for (String section : SECTIONS) {
            if (!(policy.get(section) instanceof ObjectNode)) {
                policy.set(section, template.get(section));
            }
        }
    }
}
