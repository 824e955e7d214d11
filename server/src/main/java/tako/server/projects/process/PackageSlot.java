package tako.server.projects.process;

import java.util.Optional;

/**
 * A place in a process that a package's version fills when a release is made.
 *
 * @param stepName the step's name
 * @param actionName the action's name, unique in the process
 * @param actionSlug the action's name in addresses
 * @param referenceName the reference's name inside the action; "" for the primary package
 * @param packageId the package, possibly an expression
 * @param feedId its feed by id, name or slug, possibly an expression
 * @param fixedVersion the version that the process itself fixes
 */
public record PackageSlot(
        String stepName,
        String actionName,
        String actionSlug,
        String referenceName,
        String packageId,
        String feedId,
        Optional<String> fixedVersion) {

    /** Whether package and feed are named, and not expressions that only a deployment can tell. */
    public boolean isResolvable() {
        return !packageId.contains("#{") && !feedId.contains("#{");
    }

    /** How people name it: {@code Deploy web}, or {@code Deploy web/sidecar} for a package that is not the primary one. */
    public String label() {
        return referenceName.isEmpty() ? actionName : actionName + "/" + referenceName;
    }
}
