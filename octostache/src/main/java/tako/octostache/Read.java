package tako.octostache;

/**
 * A variable that an evaluation has read.
 *
 * @param name as the expression that read it wrote it, its indexes looked up: {@code Database.Host}, {@code Octopus.Action[Deploy].Name}; for
 *     a part of a JSON value the path into it
 * @param template its value before evaluation
 */
public record Read(String name, String template) {}
