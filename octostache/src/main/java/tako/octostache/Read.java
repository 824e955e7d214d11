package tako.octostache;

/**
 * A variable that an evaluation has read, whole or in part.
 *
 * @param name its whole name as it was first spelled, however the expression that read it wrote it: {@code Octopus.Action[Deploy].Name} for
 *     {@code #{each action in Octopus.Action}#{action.name}#{/each}}, {@code Settings} for {@code #{Settings.Host}} into a JSON value
 * @param template its value before evaluation
 */
public record Read(String name, String template) {}
