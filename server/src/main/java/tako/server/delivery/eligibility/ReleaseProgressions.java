package tako.server.delivery.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.database.View;
import tako.server.delivery.release.Defects;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.DeliveryTask;
import tako.server.delivery.release.Release;
import tako.server.infrastructure.environment.Environment;
import tako.server.infrastructure.environment.Environments;
import tako.server.library.lifecycle.Lifecycle;
import tako.server.library.lifecycle.PhaseEnvironment;
import tako.server.library.lifecycle.PhaseRules;
import tako.server.library.lifecycle.Progression;
import tako.server.library.lifecycle.ResolvedPhase;
import tako.server.projects.channel.Channels;
import tako.server.projects.project.Project;
import tako.server.resource.Document;
import tako.server.resource.Documents;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;

/**
 * Where releases stand in their lifecycles. The lifecycle is the channel's, else the project's, as it is now. The number of statements does
 * not depend on the number of releases.
 */
public final class ReleaseProgressions {
    private final Documents<Project> projects;
    private final Channels channels;
    private final Documents<Lifecycle> lifecycles;
    private final Environments environments;

    public ReleaseProgressions(
            Documents<Project> projects,
            Channels channels,
            Documents<Lifecycle> lifecycles,
            Environments environments) {
        this.projects = projects;
        this.channels = channels;
        this.lifecycles = lifecycles;
        this.environments = environments;
    }

    /**
     * Where a release stands.
     *
     * @param lifecycle the one it follows
     * @param deliveries its deployments, oldest first
     */
    public record Standing(
            Lifecycle lifecycle, Progression progression, List<DeliveryTask> deliveries, boolean blocked) {}

    /** Where a release stands. */
    public Standing of(View view, Stored<Release> release) {
        return of(view, release.space(), List.of(release)).values().iterator().next();
    }

    /** Where releases of a space stand, by their ids, in their order. */
    public Map<String, Standing> of(View view, String space, List<Stored<Release>> releases) {
        List<String> ids = releases.stream().map(Stored::id).toList();
        List<PhaseEnvironment> all = phaseEnvironments(environments.inOrder(view, space));
        Map<String, Lifecycle> followed = lifecycles(view, space, releases);
        Set<String> blocked = Defects.blocked(view, ids);
        Map<String, List<DeliveryTask>> deliveries = Deliveries.ofReleases(view, ids).stream()
                .collect(Collectors.groupingBy(one -> one.delivery().release()));
        var standings = new LinkedHashMap<String, Standing>();
        for (Stored<Release> release : releases) {
            Lifecycle lifecycle = Objects.requireNonNull(followed.get(release.id()));
            List<DeliveryTask> own = deliveries.getOrDefault(release.id(), List.of());
            boolean isBlocked = blocked.contains(release.id());
            List<ResolvedPhase> phases = PhaseRules.resolve(lifecycle, all);
            var progression = Progression.of(lifecycle.name(), phases, Outcomes.of(own), isBlocked);
            standings.put(release.id(), new Standing(lifecycle, progression, own, isBlocked));
        }
        return standings;
    }

    /** Environments as phases see them. */
    public static List<PhaseEnvironment> phaseEnvironments(List<Stored<Environment>> environments) {
        return environments.stream().map(ReleaseProgressions::phaseEnvironment).toList();
    }

    /** An environment as phases see it. */
    public static PhaseEnvironment phaseEnvironment(Stored<Environment> environment) {
        return new PhaseEnvironment(environment.id(), environment.value().name());
    }

    /** The lifecycle of each release, by the release's id. */
    private Map<String, Lifecycle> lifecycles(View view, String space, List<Stored<Release>> releases) {
        var owners = byId(
                projects,
                view,
                space,
                releases.stream().map(release -> release.value().projectId()));
        var lanes = byId(
                channels.documents(),
                view,
                space,
                releases.stream().map(release -> release.value().channelId()));
        Map<String, String> followed = releases.stream()
                .collect(Collectors.toMap(
                        Stored::id,
                        release -> Optional.ofNullable(
                                        lanes.get(key(release.value().channelId())))
                                .map(channel -> channel.value().lifecycleId())
                                .orElseGet(
                                        () -> required(owners, release.value().projectId())
                                                .lifecycleId())));
        var found = byId(lifecycles, view, space, followed.values().stream());
        return followed.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> required(found, entry.getValue())));
    }

    private static <D extends Document> Map<String, Stored<D>> byId(
            Documents<D> documents, View view, String space, Stream<String> ids) {
        List<String> wanted = ids.distinct().toList();
        var query = new ListQuery(wanted, Optional.empty(), Optional.empty(), Map.of(), 0, Integer.MAX_VALUE);
        return wanted.isEmpty()
                ? Map.of()
                : documents.list(view, space, query).items().stream()
                        .collect(Collectors.toMap(stored -> key(stored.id()), Function.identity()));
    }

    private static <D extends Document> D required(Map<String, Stored<D>> byId, String id) {
        return Optional.ofNullable(byId.get(key(id)))
                .map(Stored::value)
                .orElseThrow(() -> new IllegalStateException(id + " is referred to and gone"));
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
