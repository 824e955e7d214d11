package tako.server.projects.process;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.PropertyValue;
import tools.jackson.databind.JsonNode;

/**
 * A package that an action uses.
 *
 * @param id a GUID; the server gives one where it is absent
 * @param name the reference's name; "" for the primary package
 * @param packageId the package, possibly an expression
 * @param feedId its feed by id, name or slug, possibly an expression
 * @param acquisitionLocation {@code Server}, {@code ExecutionTarget}, {@code NotAcquired} or an expression
 * @param properties what the action's type says about the package
 * @param version a version that the process fixes
 * @param unknown members that this server does not know, kept
 */
public record ActionPackage(
        @Nullable String id,
        String name,
        @Nullable String packageId,
        @Nullable String feedId,
        @Nullable String acquisitionLocation,
        Map<String, PropertyValue> properties,
        @Nullable String version,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    public ActionPackage {
        name = Absent.orEmpty(name).strip();
        properties = PropertyValue.bag(properties);
        unknown = Absent.orEmpty(unknown);
    }

    /** Whether a version has to be chosen when a release is made, rather than by whoever uses a step template. */
    boolean isDeferred() {
        return PropertyValue.text(properties, "SelectionMode")
                .filter("deferred"::equalsIgnoreCase)
                .isPresent();
    }

    /** The version that the process fixes. */
    Optional<String> fixedVersion() {
        return Optional.ofNullable(version).map(String::strip).filter(text -> !text.isEmpty());
    }

    ActionPackage withId(String given) {
        return new ActionPackage(given, name, packageId, feedId, acquisitionLocation, properties, version, unknown);
    }
}
