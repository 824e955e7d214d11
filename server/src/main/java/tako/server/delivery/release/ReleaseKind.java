package tako.server.delivery.release;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tako.server.library.packages.Version;
import tako.server.library.variableset.LibraryVariableSetKind;
import tako.server.library.variableset.VariableSets;
import tako.server.resource.Kind;
import tako.server.resource.Reference;
import tako.server.resource.Scoping;

/** The descriptor of releases: newest first, versions unique in their project. */
public final class ReleaseKind {
    /** The descriptor. */
    public static final Kind<Release> KIND = Kind.of(Release.class, "Release", "Releases", "release")
            .names(new Kind.Names(Version.LONGEST, true, false))
            .order("number desc")
            .owner(Release::projectId)
            .references(release -> Stream.concat(
                    Reference.from("ProjectId", release.projectId()), Reference.from("ChannelId", release.channelId())))
            .scopings(ReleaseKind::scopings)
            .links(ReleaseKind::links)
            .example(Map.of("ProjectId", "Projects-1", "Version", "1.0.0"))
            .build();

    private ReleaseKind() {}

    private static Stream<Scoping> scopings(Release release) {
        return Stream.concat(
                Stream.of(new Scoping("project", release.projectId()), new Scoping("channel", release.channelId())),
                release.libraryVariableSetSnapshotIds().stream()
                        .flatMap(copy -> VariableSets.ownerOfCopy(copy).stream())
                        .map(set -> new Scoping(LibraryVariableSetKind.HELD, set)));
    }

    private static Map<String, String> links(Release release) {
        String project = "{space}/projects/" + release.projectId();
        var links = new LinkedHashMap<String, String>();
        links.put("Project", project);
        links.put("Channel", project + "/channels/" + release.channelId());
        links.put("Progression", "{self}/progression");
        links.put("Deployments", "{self}/deployments{?skip,take}");
        links.put("DeploymentTemplate", "{self}/deployments/template");
        links.put("DeploymentPreviews", "{self}/deployments/previews");
        links.put("Artifacts", "{space}/artifacts?regarding=" + release.id());
        links.put("ProjectVariableSnapshot", "{space}/variables/" + release.projectVariableSetSnapshotId());
        links.put(
                "ProjectDeploymentProcessSnapshot",
                "{space}/deploymentprocesses/" + release.projectDeploymentProcessSnapshotId());
        links.put("SnapshotVariables", "{self}/snapshot-variables");
        links.put("Variables", project + "/releases/" + release.id() + "/variables");
        links.put("Defects", "{self}/defects");
        links.put("ReportDefect", "{self}/defects");
        links.put("ResolveDefect", "{self}/defects/resolve");
        links.put("Web", "/app#/" + release.spaceId() + "/releases/" + release.id());
        return links;
    }
}
