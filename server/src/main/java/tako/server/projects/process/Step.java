package tako.server.projects.process;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.PropertyValue;
import tools.jackson.databind.JsonNode;

/**
 * A step of a process: one action, or several that each target walks through one after the other.
 *
 * @param id a GUID; the server gives one where it is absent
 * @param name unique among the steps of the process
 * @param slug its name in files and addresses, unique like the name
 * @param packageRequirement where it stands to the fetching of packages
 * @param properties roles, window, condition: {@link PropertyKey}
 * @param condition when it runs
 * @param startTrigger whether it waits for the step before
 * @param actions at least one
 * @param unknown members that this server does not know, kept
 */
public record Step(
        @Nullable String id,
        @Nullable String name,
        @Nullable String slug,
        PackageRequirement packageRequirement,
        Map<String, PropertyValue> properties,
        RunCondition condition,
        StartTrigger startTrigger,
        List<Action> actions,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    public Step {
        packageRequirement = Absent.or(packageRequirement, PackageRequirement.LET_OCTOPUS_DECIDE);
        properties = PropertyValue.bag(properties);
        condition = Absent.or(condition, RunCondition.SUCCESS);
        startTrigger = Absent.or(startTrigger, StartTrigger.START_AFTER_PREVIOUS);
        actions = Absent.orEmpty(actions);
        unknown = Absent.orEmpty(unknown);
    }

    /** A property's text; empty when absent, blank or sensitive. */
    public Optional<String> text(String key) {
        return PropertyValue.text(properties, key);
    }

    /** The name; "" before the rules were applied. */
    public String label() {
        return Absent.orEmpty(name).strip();
    }

    /** The id; "" before one was given. */
    public String key() {
        return Absent.orEmpty(id);
    }

    /** The target tags it runs on, as written (they may hold expressions); empty when it needs no targets. */
    public List<String> roles() {
        return text(PropertyKey.TARGET_ROLES).stream()
                .flatMap(roles -> Arrays.stream(roles.split(",")))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .toList();
    }

    Step withIdentity(Identity identity, List<Action> identified) {
        return new Step(
                identity.id(),
                identity.name(),
                identity.slug(),
                packageRequirement,
                properties,
                condition,
                startTrigger,
                identified,
                unknown);
    }
}
