package tako.server.delivery.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.server.delivery.eligibility.ReleaseProgressions;
import tako.server.infrastructure.environment.Environment;
import tako.server.library.lifecycle.Lifecycle;
import tako.server.library.lifecycle.PhaseEnvironment;
import tako.server.library.lifecycle.PhaseRules;
import tako.server.projects.channel.Channel;
import tako.server.projects.project.Project;
import tako.server.resource.Stored;

/** Which environments the releases of projects and channels pass. */
final class LifecycleEnvironments {
    private final List<PhaseEnvironment> environments;
    private final Map<String, List<PhaseEnvironment>> byLifecycle;
    private final Map<String, List<Stored<Channel>>> channels;

    /** @param environments of the space, in their order */
    LifecycleEnvironments(
            List<Stored<Environment>> environments,
            List<Stored<Lifecycle>> lifecycles,
            List<Stored<Channel>> channels) {
        this.environments = ReleaseProgressions.phaseEnvironments(environments);
        this.byLifecycle = lifecycles.stream()
                .collect(Collectors.toMap(lifecycle -> key(lifecycle.id()), lifecycle -> passed(lifecycle.value())));
        this.channels = channels.stream()
                .collect(Collectors.groupingBy(channel -> key(channel.value().projectId())));
    }

    /** Those that releases of a project pass, in the order of the space. */
    List<PhaseEnvironment> of(Stored<Project> project) {
        Set<String> passed = lifecycles(project)
                .flatMap(lifecycle -> ofLifecycle(lifecycle).stream())
                .map(PhaseEnvironment::id)
                .collect(Collectors.toSet());
        return environments.stream().filter(one -> passed.contains(one.id())).toList();
    }

    /** Those of each channel of a project, by the channel's id. */
    Map<String, List<PhaseEnvironment>> byChannel(Stored<Project> project) {
        return channels(project)
                .collect(Collectors.toMap(
                        Stored::id,
                        channel -> ofLifecycle(lifecycle(project, channel)),
                        (left, right) -> left,
                        LinkedHashMap::new));
    }

    /** Those of each lifecycle that a project's releases follow, by the lifecycle's id. */
    Map<String, List<PhaseEnvironment>> byLifecycle(Stored<Project> project) {
        return lifecycles(project)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), this::ofLifecycle, (left, right) -> left, LinkedHashMap::new));
    }

    private Stream<String> lifecycles(Stored<Project> project) {
        return Stream.concat(
                Stream.of(project.value().lifecycleId()),
                channels(project).map(channel -> lifecycle(project, channel)));
    }

    private Stream<Stored<Channel>> channels(Stored<Project> project) {
        return channels.getOrDefault(key(project.id()), List.of()).stream();
    }

    private static String lifecycle(Stored<Project> project, Stored<Channel> channel) {
        String own = channel.value().lifecycleId();
        return own == null ? project.value().lifecycleId() : own;
    }

    private List<PhaseEnvironment> ofLifecycle(String id) {
        return byLifecycle.getOrDefault(key(id), List.of());
    }

    private List<PhaseEnvironment> passed(Lifecycle lifecycle) {
        List<PhaseEnvironment> passed = new ArrayList<>();
        PhaseRules.resolve(lifecycle, environments).forEach(phase -> passed.addAll(phase.environments()));
        return environments.stream().filter(passed::contains).toList();
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
