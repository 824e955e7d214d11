package tako.server.projects.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tako.server.resource.Absent;
import tako.server.resource.Reference;

/** The places of a process that packages fill. */
public final class ProcessPackages {
    private static final Pattern FEED_ID = Pattern.compile("Feeds-\\d+", Pattern.CASE_INSENSITIVE);

    private ProcessPackages() {}

    /**
     * The feed that a package names by its id; one that an expression or a name chooses is found only when it is used.
     *
     * @param where how the name of the member begins
     */
    static Stream<Reference> feed(String where, ActionPackage used) {
        return Optional.ofNullable(used.feedId())
                .map(String::strip)
                .filter(id -> FEED_ID.matcher(id).matches())
                .map(id -> Reference.from(where + "Packages.FeedId", "Feeds", id))
                .orElse(Stream.empty());
    }

    /** Those of releases of a channel, in order; disabled actions and those of other channels have none. */
    public static List<PackageSlot> slots(DeploymentProcess process, String channelId) {
        return process.steps().stream()
                .flatMap(step -> step.actions().stream()
                        .filter(action -> !action.isDisabled() && action.isInChannel(channelId))
                        .flatMap(action -> slots(step, action)))
                .toList();
    }

    private static Stream<PackageSlot> slots(Step step, Action action) {
        List<PackageSlot> slots = new ArrayList<>();
        action.packages().stream().map(one -> slot(step, action, one)).forEach(slots::add);
        if (slots.stream().noneMatch(slot -> slot.referenceName().isEmpty())) {
            primaryFromProperties(step, action).ifPresent(primary -> slots.add(0, primary));
        }
        return slots.stream();
    }

    private static PackageSlot slot(Step step, Action action, ActionPackage one) {
        return new PackageSlot(
                step.label(),
                action.label(),
                Absent.orEmpty(action.slug()),
                one.name(),
                Absent.orEmpty(one.packageId()),
                Absent.orEmpty(one.feedId()),
                one.fixedVersion());
    }

    /** Older clients name the primary package by properties alone. */
    private static Optional<PackageSlot> primaryFromProperties(Step step, Action action) {
        return action.text(PropertyKey.PACKAGE_ID)
                .map(id -> new PackageSlot(
                        step.label(),
                        action.label(),
                        Absent.orEmpty(action.slug()),
                        "",
                        id,
                        action.text(PropertyKey.PACKAGE_FEED).orElse("feeds-builtin"),
                        Optional.empty()));
    }
}
