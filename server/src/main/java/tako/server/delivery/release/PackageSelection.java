package tako.server.delivery.release;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.projects.process.PackageSlot;

/**
 * Which version of each package a release holds.
 *
 * @param selected the chosen ones, in the order of the process
 * @param open places that nothing chose: the caller fills them from their feeds, or refuses
 * @param unmatched choices that name no place of the process, as written
 */
public record PackageSelection(List<SelectedPackage> selected, List<PackageSlot> open, List<String> unmatched) {
    public PackageSelection {
        selected = List.copyOf(selected);
        open = List.copyOf(open);
        unmatched = List.copyOf(unmatched);
    }

    /** What can go wrong with texts that choose versions: a sentence for each. */
    public static List<String> problems(List<String> written) {
        return written.stream()
                .filter(text -> PackageChoice.parse(text).isEmpty())
                .map(text -> "The package version '" + text + "' cannot be read. Write Step:Version, PackageId:Version"
                        + " or Step:Reference:Version, as in Deploy web:1.4.2.")
                .toList();
    }

    /**
     * Applies written choices to the places of a process. A version fixed by the process stands; else the closest choice
     * wins (a named step and reference, then a named step or package, then a reference of any step, then {@code *}), the
     * later one of equals; else the version for everything.
     *
     * @param written choices without {@link #problems}; unreadable ones count as unmatched
     * @param everything the version for whatever is not chosen otherwise
     */
    public static PackageSelection of(List<PackageSlot> slots, List<String> written, Optional<String> everything) {
        List<PackageChoice> choices = written.stream()
                .map(PackageChoice::parse)
                .flatMap(Optional::stream)
                .toList();
        List<SelectedPackage> selected = new ArrayList<>();
        List<PackageSlot> open = new ArrayList<>();
        for (PackageSlot slot : slots) {
            slot.fixedVersion()
                    .or(() -> closest(choices, slot))
                    .or(() -> everything)
                    .ifPresentOrElse(version -> selected.add(select(slot, version)), () -> open.add(slot));
        }
        return new PackageSelection(selected, open, unmatched(slots, written));
    }

    /** Applies what a client selected place by place; a fixed version stands against it. */
    public static PackageSelection ofSelected(List<PackageSlot> slots, List<SelectedPackage> given) {
        List<SelectedPackage> selected = new ArrayList<>();
        List<PackageSlot> open = new ArrayList<>();
        for (PackageSlot slot : slots) {
            slot.fixedVersion()
                    .or(() -> given.stream()
                            .filter(choice -> chooses(choice, slot))
                            .map(SelectedPackage::chosenVersion)
                            .reduce((earlier, later) -> later))
                    .ifPresentOrElse(version -> selected.add(select(slot, version)), () -> open.add(slot));
        }
        List<String> unmatched = given.stream()
                .filter(choice -> slots.stream().noneMatch(slot -> names(choice, slot)))
                .map(choice -> choice.action() + (choice.reference().isEmpty() ? "" : "/" + choice.reference()))
                .toList();
        return new PackageSelection(selected, open, unmatched);
    }

    /** This selection with a version for one of its open places. */
    public PackageSelection fill(PackageSlot slot, String version) {
        List<SelectedPackage> more = new ArrayList<>(selected);
        more.add(select(slot, version));
        return new PackageSelection(
                more, open.stream().filter(other -> !other.equals(slot)).toList(), unmatched);
    }

    /** This selection with versions for those of its open places that have one. */
    PackageSelection filled(Map<PackageSlot, String> versions) {
        PackageSelection selection = this;
        for (PackageSlot slot : open) {
            String version = versions.get(slot);
            selection = version == null ? selection : selection.fill(slot, version);
        }
        return selection;
    }

    /** The version that a place gets; empty while it is open. */
    public Optional<String> versionOf(PackageSlot slot) {
        return selected.stream()
                .filter(choice -> names(choice, slot))
                .map(SelectedPackage::chosenVersion)
                .findFirst();
    }

    /** What is missing, a sentence for each open place. */
    public List<String> missing() {
        return open.stream()
                .map(slot -> "No version is selected for the package '" + slot.packageId() + "' of '" + slot.label()
                        + "'. Select one, for example as " + slot.actionName() + ":"
                        + (slot.referenceName().isEmpty() ? "" : slot.referenceName() + ":") + "1.0.0.")
                .toList();
    }

    private static SelectedPackage select(PackageSlot slot, String version) {
        return new SelectedPackage(slot.actionName(), slot.actionName(), slot.referenceName(), version);
    }

    private static Optional<String> closest(List<PackageChoice> choices, PackageSlot slot) {
        return choices.stream()
                .filter(choice -> choice.closeness(slot).isPresent())
                .reduce((best, next) -> isAtLeastAsClose(next, best, slot) ? next : best)
                .map(PackageChoice::version);
    }

    private static boolean isAtLeastAsClose(PackageChoice next, PackageChoice best, PackageSlot slot) {
        Comparator<Optional<PackageChoice.Closeness>> closeness =
                Comparator.comparing(found -> found.orElse(PackageChoice.Closeness.EVERYTHING));
        return closeness.compare(next.closeness(slot), best.closeness(slot)) >= 0;
    }

    private static List<String> unmatched(List<PackageSlot> slots, List<String> written) {
        return written.stream()
                .filter(text -> PackageChoice.parse(text)
                        .filter(choice -> choice.selector().equals("*")
                                || slots.stream()
                                        .anyMatch(slot -> choice.closeness(slot).isPresent()))
                        .isEmpty())
                .toList();
    }

    private static boolean chooses(SelectedPackage choice, PackageSlot slot) {
        return names(choice, slot) && !choice.chosenVersion().isEmpty();
    }

    private static boolean names(SelectedPackage choice, PackageSlot slot) {
        boolean action = choice.action().equalsIgnoreCase(slot.actionName())
                || choice.action().equalsIgnoreCase(slot.stepName());
        return action && choice.reference().equalsIgnoreCase(slot.referenceName());
    }
}
