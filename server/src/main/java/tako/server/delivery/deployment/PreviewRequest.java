package tako.server.delivery.deployment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;

/** Several previews that are asked for at once. */
public record PreviewRequest(List<WantedPreview> deploymentPreviews, boolean includeDisabledSteps) {
    public PreviewRequest {
        deploymentPreviews = Absent.orEmpty(deploymentPreviews);
    }

    /** One preview of an environment. */
    static PreviewRequest of(String environment, boolean includeDisabledSteps) {
        return new PreviewRequest(List.of(new WantedPreview(environment, null)), includeDisabledSteps);
    }

    /** A preview that is asked for. */
    public record WantedPreview(
            String environmentId, @Nullable String tenantId) {
        public WantedPreview {
            environmentId = Absent.orEmpty(environmentId);
        }
    }
}
