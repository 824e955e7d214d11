package tako.server.delivery.release;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The version of one package in a release.
 *
 * @param actionName the action that uses it
 * @param stepName the action's older name on the wire; read when {@code actionName} is absent
 * @param packageReferenceName the reference's name; absent or "" for the primary package
 * @param version the version chosen
 * @param unknown members that this server does not know, kept
 */
public record SelectedPackage(
        @Nullable String actionName,
        @Nullable String stepName,
        @Nullable String packageReferenceName,
        @Nullable String version,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    public SelectedPackage {
        unknown = unknown == null ? Map.of() : unknown;
    }

    /** A choice of a version. */
    public SelectedPackage(String actionName, String stepName, String packageReferenceName, String version) {
        this(actionName, stepName, packageReferenceName, version, Map.of());
    }

    /** The action's name by either member; "" when neither is there. */
    public String action() {
        if (actionName != null && !actionName.isBlank()) {
            return actionName;
        }
        return stepName == null ? "" : stepName;
    }

    /** The reference's name; "" for the primary package. */
    public String reference() {
        return packageReferenceName == null ? "" : packageReferenceName;
    }

    /** The version, trimmed; "" when none was sent. */
    public String chosenVersion() {
        return version == null ? "" : version.strip();
    }
}
