package tako.bench.deployment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tako.app.client.ApiClient;
import tako.app.testdrive.Seeds;
import tako.bench.harness.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A project in a fresh Tako with one step, one environment and one target, by their ids.
 *
 * @param channel the only one
 */
record TakoProject(String id, String channel, String environment) {
    private static final String ROLE = "cluster";
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Makes it and waits until its target was found healthy. */
    static TakoProject make(ApiClient api, Side side, Workload workload) throws Exception {
        Seeds seeds = new Seeds(api);
        String environment = seeds.made("/environments", seeds.named("Overhead"));
        String target = seeds.made("/machines", target(seeds, side, environment));
        JsonNode project = project(seeds);
        step(api, Seeds.id(project), workload);
        JsonNode channels = api.get(Seeds.SPACE + "/projects/" + Seeds.id(project) + "/channels");
        Waiting.until("the target is healthy", PAUSE, LONGEST, () -> isUsable(api, target));
        return new TakoProject(Seeds.id(project), first(channels), environment);
    }

    private static ObjectNode target(Seeds seeds, Side side, String environment) {
        ObjectNode body = seeds.named("Cluster");
        body.putArray("EnvironmentIds").add(environment);
        body.putArray("Roles").add(ROLE);
        body.putObject("Endpoint")
                .put("CommunicationStyle", "Kubernetes")
                .put("ClusterUrl", side.namespace().cluster().api().toString())
                .put("ClusterCertificate", authority(seeds, side))
                .put("Namespace", side.name())
                .put("SkipTlsVerification", "False")
                .putObject("Authentication")
                .put("AuthenticationType", "KubernetesStandard")
                .put("AccountId", account(seeds, side));
        return body;
    }

    private static String authority(Seeds seeds, Side side) {
        byte[] pem = side.namespace().cluster().authority().getBytes(StandardCharsets.UTF_8);
        ObjectNode body = seeds.named("Authority");
        body.putObject("CertificateData")
                .put("HasValue", true)
                .put("NewValue", Base64.getEncoder().encodeToString(pem));
        return seeds.made("/certificates", body);
    }

    private static String account(Seeds seeds, Side side) {
        ObjectNode body = seeds.named("Account").put("AccountType", "Token");
        body.putObject("Token").put("HasValue", true).put("NewValue", side.token());
        return seeds.made("/accounts", body);
    }

    private static JsonNode project(Seeds seeds) {
        ObjectNode body = seeds.named("Overhead")
                .put("LifecycleId", first(seeds.api().get(Seeds.SPACE + "/lifecycles?take=1")))
                .put("ProjectGroupId", first(seeds.api().get(Seeds.SPACE + "/projectgroups?take=1")));
        return seeds.api().post(Seeds.SPACE + "/projects", body);
    }

    private static void step(ApiClient api, String project, Workload workload) {
        String path = Seeds.SPACE + "/projects/" + project + "/deploymentprocesses";
        ObjectNode process = (ObjectNode) api.get(path);
        ObjectNode step = process.putArray("Steps").addObject().put("Name", "Apply");
        step.putObject("Properties").put("Octopus.Action.TargetRoles", ROLE);
        step.putArray("Actions")
                .addObject()
                .put("Name", "Apply")
                .put("ActionType", "Octopus.KubernetesDeployRawYaml")
                .putObject("Properties")
                .put("Octopus.Action.RunOnServer", "true")
                .put("Octopus.Action.Script.ScriptSource", "Inline")
                .put("Octopus.Action.KubernetesContainers.CustomResourceYaml", workload.yaml())
                .put("Octopus.Action.Kubernetes.ResourceStatusCheck", "True");
        api.put(path, process);
    }

    private static boolean isUsable(ApiClient api, String target) {
        String health = api.get(Seeds.SPACE + "/machines/" + target)
                .path("HealthStatus")
                .asString();
        return health.equals("Healthy") || health.equals("HasWarnings");
    }

    private static String first(JsonNode page) {
        return Seeds.id(page.path("Items").path(0));
    }
}
