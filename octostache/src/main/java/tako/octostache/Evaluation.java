package tako.octostache;

import java.util.List;
import java.util.Optional;

/**
 * What a template evaluated to.
 *
 * @param text the result; unresolved expressions stand in it as their source text
 * @param unresolved the expressions that could not be resolved, as written
 * @param error why the whole could not be evaluated (recursion, a bound exceeded); the text is then the source
 */
public record Evaluation(String text, List<String> unresolved, Optional<String> error) {}
