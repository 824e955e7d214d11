package tako.server.delivery.release;

import java.util.List;
import java.util.Optional;
import tako.platform.database.View;
import tako.server.library.variableset.VariableSet;
import tako.server.projects.project.Project;
import tako.server.projects.variable.ReleasedVariables;
import tako.server.resource.Documents;
import tako.server.resource.Stored;

/** What releases have frozen, for those who ask why a variable has its value there. */
public final class FrozenReleases implements ReleasedVariables {
    private final Documents<Release> releases;
    private final ReleaseSources sources;

    public FrozenReleases(Documents<Release> releases, ReleaseSources sources) {
        this.releases = releases;
        this.sources = sources;
    }

    @Override
    public Optional<Released> of(View view, Stored<Project> project, String release) {
        return releases.byName(view, project.space(), project.id(), release)
                .or(() -> releases.byId(view, project.space(), release)
                        .filter(found -> found.value().projectId().equalsIgnoreCase(project.id())))
                .map(found -> released(view, found));
    }

    private Released released(View view, Stored<Release> release) {
        List<VariableSet> sets = release.value().variableSnapshots().stream()
                .flatMap(id -> sources.variables().frozen(view, release.space(), id).stream())
                .toList();
        return new Released(
                release.value().channelId(),
                sources.process(view, release),
                sets,
                ReleaseVariables.of(release.value()));
    }
}
