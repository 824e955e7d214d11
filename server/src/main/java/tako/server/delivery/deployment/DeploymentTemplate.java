package tako.server.delivery.deployment;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a release may go now.
 *
 * @param promoteTo in the order of the lifecycle
 * @param refusals the other environments of the lifecycle, with why it may not go there; a member of ours
 */
public record DeploymentTemplate(
        boolean isDeploymentProcessModified,
        boolean isVariableSetModified,
        boolean isLibraryVariableSetModified,
        boolean isGitResourceModified,
        @Nullable String deploymentNotes,
        List<Promotion> promoteTo,
        List<Refusal> refusals,
        List<Object> tenantPromotions,
        Map<String, String> links) {

    /** An environment that a release may go to, with the address of its preview. */
    public record Promotion(String id, String name, Map<String, String> links) {}

    /** An environment that a release may not go to now, with each reason as a sentence. */
    public record Refusal(String id, String name, List<String> reasons) {}
}
