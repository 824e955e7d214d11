package tako.server.projects.group;

import java.util.List;
import java.util.Map;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.resource.Documents;
import tako.server.resource.Kind;
import tako.server.resource.Reference;
import tako.server.resource.SpaceDefaults;

/** Project groups; each space is born with one. */
public final class ProjectGroups implements SpaceDefaults {
    /** The descriptor. The link to its projects is no template: a client requests it as it stands. */
    public static final Kind<ProjectGroup> KIND = Kind.of(
                    ProjectGroup.class, "ProjectGroup", "ProjectGroups", "project_group")
            .references(group -> Reference.from("EnvironmentIds", "Environments", group.environmentIds()))
            .links(group -> Map.of("Projects", "{self}/projects"))
            .example(Map.of("Name", "Web sites"))
            .build();

    private final Documents<ProjectGroup> documents;

    public ProjectGroups(Documents<ProjectGroup> documents) {
        this.documents = documents;
    }

    @Override
    public void fill(Tx tx, Principal who, String space) {
        var group = new ProjectGroup("", "", "Default Project Group", "", "", List.of(), null, Map.of());
        documents.insert(tx, who, space, documents.json(group));
    }
}
