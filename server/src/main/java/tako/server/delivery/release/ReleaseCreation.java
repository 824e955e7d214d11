package tako.server.delivery.release;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.delivery.release.ReleaseVersions.Line;
import tako.server.delivery.release.VersionTemplate.Existing;
import tako.server.delivery.release.VersionTemplate.Proposal;
import tako.server.projects.channel.Channel;
import tako.server.projects.channel.ChannelRules;
import tako.server.projects.process.PackageSlot;
import tako.server.projects.process.ProcessPackages;
import tako.server.projects.project.Project;
import tako.server.resource.Documents;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;

/** Makes releases: version, packages, frozen process and variables, in one transaction. */
final class ReleaseCreation {
    private final Documents<Release> documents;
    private final ReleaseSources sources;
    private final ReleaseVersions versions;
    private final InstantSource clock;

    ReleaseCreation(
            Documents<Release> documents, ReleaseSources sources, ReleaseVersions versions, InstantSource clock) {
        this.documents = documents;
        this.sources = sources;
        this.versions = versions;
        this.clock = clock;
    }

    /** What came of a wish: a release, and whether it is new. */
    record Made(Stored<Release> release, boolean isNew) {}

    Made make(Tx tx, Principal who, String space, NewRelease wanted) {
        Stored<Project> project = sources.namedProject(tx, space, wanted.project());
        if (project.value().isDisabled()) {
            throw Problem.invalid("The project '" + project.value().name()
                    + "' is disabled, so no release of it can be made. Enable it in its settings first.");
        }
        Stored<Channel> channel = sources.channel(tx, project, wanted.channel());
        List<Existing> existing = needsVersions(wanted) ? versions.existing(tx, project) : List.of();
        Optional<String> asked = wanted.version().map(text -> ReleaseVersions.resolve(text, existing));
        Optional<Stored<Release>> same = asked.flatMap(version -> documents.byName(tx, space, project.id(), version));
        if (same.isPresent() && wanted.options().ignoreIfAlreadyExists()) {
            return new Made(same.get(), false);
        }
        refuseDuplicate(same);
        List<PackageSlot> slots = slots(tx, project, channel);
        PackageSelection selection = selection(slots, wanted.packages());
        if (!wanted.options().ignoreChannelRules()) {
            refuseBroken(channel.value(), slots, selection);
        }
        String version = asked.orElseGet(() -> next(tx, new Line(project, channel, existing), selection));
        refuseDuplicate(documents.byName(tx, space, project.id(), version));
        Release release = release(tx, project, channel, wanted, version, selection);
        return new Made(documents.insert(tx, who, space, documents.json(release)), true);
    }

    /** The places that a wish leaves open, and the channel whose rules their versions must pass. */
    record OpenPlaces(Channel channel, List<PackageSlot> slots) {}

    /** What a wish leaves open; nothing for a release that exists. It refuses nothing: {@link #make} does. */
    OpenPlaces open(View view, String space, NewRelease wanted) {
        Stored<Project> project = sources.namedProject(view, space, wanted.project());
        Stored<Channel> channel = sources.channel(view, project, wanted.channel());
        boolean exists = wanted.version()
                .flatMap(version -> documents.byName(view, space, project.id(), version))
                .isPresent();
        return new OpenPlaces(
                channel.value(),
                exists
                        ? List.of()
                        : chosen(slots(view, project, channel), wanted.packages())
                                .open());
    }

    /** The message's beginning is what clients print. */
    static void refuseDuplicate(Optional<Stored<Release>> same) {
        same.ifPresent(release -> {
            throw Problem.invalid("Release version '" + release.value().version() + "' already exists. Please specify a"
                    + " different version, or leave blank to take the project's next one.");
        });
    }

    /** @throws Problem 400 with a sentence for each rule of the channel that a package breaks */
    static void refuseBroken(Channel channel, List<PackageSlot> slots, PackageSelection selection) {
        List<ChannelRules.Choice> choices = slots.stream()
                .flatMap(slot ->
                        selection.versionOf(slot).map(version -> new ChannelRules.Choice(slot, version)).stream())
                .toList();
        List<String> broken = ChannelRules.broken(channel, choices);
        if (!broken.isEmpty()) {
            throw Problem.invalid(broken);
        }
    }

    /** The chosen packages, complete. @throws Problem 400 with a sentence for each that is missing or not understood */
    static PackageSelection selection(List<PackageSlot> slots, NewRelease.Packages wanted) {
        PackageSelection selection = chosen(slots, wanted);
        var problems = new ArrayList<>(written(wanted));
        selection.unmatched().stream()
                .map(choice -> "The package choice '" + choice
                        + "' names no step or package of the process. The process" + " has " + places(slots) + ".")
                .forEach(problems::add);
        problems.addAll(selection.missing());
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return selection;
    }

    private static PackageSelection chosen(List<PackageSlot> slots, NewRelease.Packages wanted) {
        return switch (wanted) {
            case NewRelease.Packages.Selected(List<SelectedPackage> places) ->
                PackageSelection.ofSelected(slots, places);
            case NewRelease.Packages.Written(List<String> choices, Optional<String> everything) ->
                PackageSelection.of(slots, choices, everything);
            case NewRelease.Packages.Completed(NewRelease.Packages chosen, Map<PackageSlot, String> newest) ->
                chosen(slots, chosen).filled(newest);
        };
    }

    List<PackageSlot> slots(View view, Stored<Project> project, Stored<Channel> channel) {
        return ProcessPackages.slots(
                sources.processes().of(view, project.space(), project.id()).value(), channel.id());
    }

    private static List<String> written(NewRelease.Packages wanted) {
        return switch (wanted) {
            case NewRelease.Packages.Selected selected -> List.of();
            case NewRelease.Packages.Written text -> PackageSelection.problems(text.choices());
            case NewRelease.Packages.Completed completed -> written(completed.chosen());
        };
    }

    private static String places(List<PackageSlot> slots) {
        return slots.isEmpty()
                ? "no packages"
                : String.join(", ", slots.stream().map(PackageSlot::label).toList());
    }

    private static boolean needsVersions(NewRelease wanted) {
        return wanted.version().map(VersionMask::isMask).orElse(true);
    }

    private String next(Tx tx, Line line, PackageSelection selection) {
        Optional<String> donated = donor(line.project()).flatMap(donor -> donor.versionIn(selection));
        if (donated.isPresent()) {
            return ReleaseVersions.resolve(donated.get(), line.existing());
        }
        return switch (versions.next(line, sources.values(tx, line.project(), line.channel()))) {
            case Proposal.Proposed(String text) -> ReleaseVersions.resolve(text, line.existing());
            case Proposal.Refused(String reason) -> throw Problem.invalid("Version: " + reason);
        };
    }

    /** The package whose version a release takes. */
    static Optional<Donor> donor(Stored<Project> project) {
        JsonNode donor = project.value().versioningStrategy().donorPackage();
        return Optional.ofNullable(donor)
                .filter(JsonNode::isObject)
                .map(node -> new Donor(
                        node.path("DeploymentAction").asString(""),
                        node.path("PackageReference").asString("")));
    }

    /** A place of the process by the names of its action and reference. */
    record Donor(String action, String reference) {
        Optional<String> versionIn(PackageSelection selection) {
            return selection.selected().stream()
                    .filter(one -> one.action().equalsIgnoreCase(action)
                            && one.reference().equalsIgnoreCase(reference))
                    .map(SelectedPackage::chosenVersion)
                    .findFirst();
        }
    }

    private record Place(Stored<Project> project, Stored<Channel> channel) {}

    private @Nullable String notes(View view, Place place, NewRelease wanted, String version) {
        return ReleaseNotes.template(wanted, place.project())
                .map(template -> ReleaseNotes.evaluated(
                        template,
                        sources.values(view, place.project(), place.channel()),
                        ReleaseNotes.known(place.project(), place.channel(), version)))
                .orElse(wanted.notes());
    }

    private Release release(
            Tx tx,
            Stored<Project> project,
            Stored<Channel> channel,
            NewRelease wanted,
            String version,
            PackageSelection selection) {
        var release = new Release(
                "",
                project.space(),
                project.id(),
                channel.id(),
                version,
                notes(tx, new Place(project, channel), wanted, version),
                clock.instant(),
                wanted.options().ignoreChannelRules(),
                selection.selected(),
                List.of(),
                null,
                wanted.customFields(),
                List.of(),
                sources.processes().freeze(tx, project.space(), project.id()),
                "",
                List.of(),
                wanted.unknown());
        return sources.withVariables(tx, project, release);
    }
}
