package tako.server.projects.process;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.server.resource.Absent;
import tako.server.resource.PropertyValue;
import tools.jackson.databind.JsonNode;

/**
 * One thing a step does.
 *
 * @param id a GUID; the server gives one where it is absent
 * @param name unique among the actions of the process
 * @param slug its name in files and addresses, unique like the name
 * @param actionType which handler carries it out; unknown types are kept and fail only when they would run
 * @param notes for people, Markdown
 * @param isDisabled never runs
 * @param canBeUsedForProjectVersioning whether its package may give the release its version
 * @param isRequired cannot be skipped by whoever deploys: {@link #mustRun}
 * @param workerPoolId where it runs, if on a worker
 * @param workerPoolVariable the variable that names the pool
 * @param container the image it runs in
 * @param environments only there; empty for all
 * @param excludedEnvironments not there
 * @param channels only in releases of these; empty for all
 * @param tenantTags only for tenants with these; empty for all
 * @param packages what it uses
 * @param gitDependencies repositories it uses, kept as sent
 * @param condition when it runs, inside a step that runs
 * @param properties what its type needs
 * @param unknown members that this server does not know, kept
 */
public record Action(
        @Nullable String id,
        @Nullable String name,
        @Nullable String slug,
        @Nullable String actionType,
        @Nullable String notes,
        boolean isDisabled,
        boolean canBeUsedForProjectVersioning,
        boolean isRequired,
        @Nullable String workerPoolId,
        @Nullable String workerPoolVariable,
        @Nullable ActionContainer container,
        List<String> environments,
        List<String> excludedEnvironments,
        List<String> channels,
        List<String> tenantTags,
        List<ActionPackage> packages,
        List<JsonNode> gitDependencies,
        RunCondition condition,
        Map<String, PropertyValue> properties,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown) {
    /** The type of manual interventions. */
    private static final String MANUAL = "Octopus.Manual";

    public Action {
        environments = Absent.orEmpty(environments);
        excludedEnvironments = Absent.orEmpty(excludedEnvironments);
        channels = Absent.orEmpty(channels);
        tenantTags = Absent.orEmpty(tenantTags);
        packages = Absent.orEmpty(packages);
        gitDependencies = Absent.orEmpty(gitDependencies);
        condition = Absent.or(condition, RunCondition.SUCCESS);
        properties = PropertyValue.bag(properties);
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

    /** The type; "" before the rules were applied. */
    public String type() {
        return Absent.orEmpty(actionType).strip();
    }

    /** The id; "" before one was given. */
    public String key() {
        return Absent.orEmpty(id);
    }

    /** Whether whoever deploys cannot leave it out: it says so, or it asks teams for their sign-off. */
    public boolean mustRun() {
        return isRequired
                || (asksPeople() && text(PropertyKey.RESPONSIBLE_TEAMS).isPresent());
    }

    /** Whether it asks people for a sign-off that nobody can leave out. */
    public boolean mustBeSignedOff() {
        return asksPeople() && mustRun();
    }

    private boolean asksPeople() {
        return type().equalsIgnoreCase(MANUAL);
    }

    /** Whether it belongs to releases of a channel. */
    public boolean isInChannel(String channelId) {
        return channels.isEmpty() || channels.stream().anyMatch(channelId::equalsIgnoreCase);
    }

    /** Whether it belongs to deployments to an environment. */
    public boolean isInEnvironment(String environmentId) {
        boolean included = environments.isEmpty() || environments.stream().anyMatch(environmentId::equalsIgnoreCase);
        return included && excludedEnvironments.stream().noneMatch(environmentId::equalsIgnoreCase);
    }

    Action withIdentity(Identity identity, List<ActionPackage> identified) {
        return new Action(
                identity.id(),
                identity.name(),
                identity.slug(),
                type(),
                notes,
                isDisabled,
                canBeUsedForProjectVersioning,
                isRequired,
                workerPoolId,
                workerPoolVariable,
                container,
                environments,
                excludedEnvironments,
                channels,
                tenantTags,
                identified,
                gitDependencies,
                condition,
                properties,
                unknown);
    }
}
