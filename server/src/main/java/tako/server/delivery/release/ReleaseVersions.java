package tako.server.delivery.release;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tako.platform.database.View;
import tako.platform.http.Problem;
import tako.server.delivery.release.VersionTemplate.Existing;
import tako.server.delivery.release.VersionTemplate.Proposal;
import tako.server.library.packages.Version;
import tako.server.projects.channel.Channel;
import tako.server.projects.channel.Channels;
import tako.server.projects.project.Project;
import tako.server.resource.Stored;

/** The versions of a project's releases: those there are, and the next one. */
final class ReleaseVersions {
    private final Channels channels;
    private final InstantSource clock;
    private final ZoneId zone;

    ReleaseVersions(Channels channels, InstantSource clock, ZoneId zone) {
        this.channels = channels;
        this.clock = clock;
        this.zone = zone;
    }

    /** Every version of a project with its channel's name. */
    List<Existing> existing(View view, Stored<Project> project) {
        Map<String, String> names = channels.of(view, project.space(), project.id()).stream()
                .collect(Collectors.toMap(
                        channel -> key(channel.id()), channel -> channel.value().name()));
        return view
                .query("""
                        select release.name, scope.value as channel from release
                        join scope on scope.source = release.id_key and scope.dimension = 'channel'
                        where release.space_id = :space and release.owner_id = :project""")
                .bind("space", project.space())
                .bind("project", project.id())
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("channel")))
                .stream()
                .flatMap(row -> Version.parse(row.getKey())
                        .map(version -> new Existing(version, names.getOrDefault(row.getValue(), "")))
                        .stream())
                .toList();
    }

    /** A channel of a project with all its releases. */
    record Line(Stored<Project> project, Stored<Channel> channel, List<Existing> existing) {}

    /** What the project's template gives for a release of a channel. */
    Proposal next(Line line, Map<String, String> variables) {
        String template = Optional.ofNullable(
                        line.project().value().versioningStrategy().template())
                .orElse("");
        if (template.isBlank()) {
            return new Proposal.Refused(
                    "The project takes its version from a package, and no version of that package is"
                            + " selected. Select one, or enter a version.");
        }
        var facts = new VersionTemplate.Facts(
                line.existing(), line.channel().value().name(), clock.instant().atZone(zone), variables);
        return VersionTemplate.next(template, facts);
    }

    /** A wanted text as the version it stands for: masks are resolved against the versions there are. @throws Problem 400 */
    static String resolve(String wanted, List<Existing> existing) {
        String text = VersionMask.resolve(
                wanted.strip(), existing.stream().map(Existing::version).toList());
        Version.problem(text).ifPresent(why -> {
            throw Problem.invalid("Version: " + why);
        });
        return text;
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
