package tako.server.delivery.run;

/**
 * The version of a package that a run uses.
 *
 * @param action the name of the action that uses it
 * @param reference the reference's name; "" for the primary package
 */
public record ChosenPackage(String action, String reference, String version) {}
