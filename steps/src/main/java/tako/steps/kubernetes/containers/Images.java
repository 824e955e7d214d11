package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import tako.server.delivery.step.RenderContext.PackageInUse;

/** The image of a container: the package of the action that is named like it. Pure. */
final class Images {
    private Images() {}

    /** The package of a container, if there is one. */
    static Optional<PackageInUse> of(Item container, List<PackageInUse> packages) {
        String name = container.field("Name").text().map(Text::clear).orElse("").strip();
        return packages.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .or(() -> packages.stream()
                        .filter(candidate -> candidate.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    /** The whole name of a container's image; what is missing or wrong becomes a problem. */
    static Optional<String> reference(Item container, List<PackageInUse> packages, Problems problems) {
        Optional<PackageInUse> image = of(container, packages);
        if (image.isEmpty()) {
            problems.add(
                    "The " + container.where()
                            + " has no image: the step has no package reference of its name. Add one, from a container registry.");
        }
        return image.filter(found -> isWhole(found, container.where(), problems))
                .map(Images::reference);
    }

    private static String reference(PackageInUse image) {
        String separator = Format.DIGEST.accepts(image.version()) ? "@" : ":";
        return image.feed().registry() + "/" + image.packageId() + separator + image.version();
    }

    private static boolean isWhole(PackageInUse image, String where, Problems problems) {
        String prefix = "The image of the " + where;
        if (image.feed().registry().isBlank()) {
            problems.add(prefix + " comes from the feed " + image.feed().id() + ", which is no container registry."
                    + " Choose a feed that is one.");
            return false;
        }
        if (!Format.REPOSITORY.accepts(image.packageId())) {
            problems.add(prefix + " is called \"" + image.packageId() + "\", which is not "
                    + Format.REPOSITORY.expected() + ". Correct the package's id.");
            return false;
        }
        if (!Format.TAG.accepts(image.version()) && !Format.DIGEST.accepts(image.version())) {
            problems.add(prefix + " has the version \"" + image.version() + "\", which is not " + Format.TAG.expected()
                    + ". Choose another version in the release.");
            return false;
        }
        return true;
    }
}
