package tako.steps.kubernetes.containers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The labels of everything that a step makes: nine that tell whose it is, and those of the user.
 *
 * @param own the nine, by their names
 * @param users the user's, sorted
 */
record Labels(Map<String, String> own, SortedMap<String, String> users) {
    static final String ACTION = "Octopus.Action.Id";
    static final String DEPLOYMENT = "Octopus.Deployment.Id";
    static final String TENANT = "Octopus.Deployment.Tenant.Id";
    static final String ENVIRONMENT = "Octopus.Environment.Id";
    static final String WORKLOAD = "Octopus.Kubernetes.DeploymentName";
    static final String VERSION = "Octopus.Kubernetes.SelectionStrategyVersion";
    static final String PROJECT = "Octopus.Project.Id";
    static final String RUNBOOK_RUN = "Octopus.RunbookRun.Id";
    static final String STEP = "Octopus.Step.Id";
    private static final String VERSION_TWO = "SelectionStrategyVersion2";
    private static final int LONGEST = 63;
    private static final int HASH = 8;

    /** The nine labels of a run for a workload of this name, "" if there is none. */
    static Map<String, String> own(Run run, String workload) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(ACTION, value(run.action()));
        labels.put(DEPLOYMENT, value(run.deployment()));
        labels.put(TENANT, value(run.tenant()));
        labels.put(ENVIRONMENT, value(run.environment()));
        labels.put(WORKLOAD, value(workload));
        labels.put(VERSION, VERSION_TWO);
        labels.put(PROJECT, value(run.project()));
        labels.put(RUNBOOK_RUN, value(run.runbookRun()));
        labels.put(STEP, value(run.step()));
        return labels;
    }

    /**
     * A text as the value of a label: small letters, no characters that labels cannot have. What is too long keeps its beginning and
     * gets a hash, so that two that differ stay apart.
     */
    static String value(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]", "-").replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - HASH - 1) + "-" + hash(text);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }

    /** All of them as a member of an object's metadata. */
    ObjectNode node() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        own.forEach(node::put);
        users.forEach(node::put);
        return node;
    }

    /** What pods of the workload are found by. It may never change, so no user's label is in it. */
    ObjectNode selector() {
        return JsonNodeFactory.instance.objectNode().put(WORKLOAD, own.getOrDefault(WORKLOAD, ""));
    }
}
