package tako.octostache;

import java.util.Optional;

/**
 * A place of a template that is in trouble, for those who show the template and point at it.
 *
 * @param what the expression that could not be resolved, as {@link Evaluation#unresolved} has it; or the message of the {@link Failure}
 * @param line the line of the construct of the evaluated template, from 1; only LF ends a line. Trouble inside a value is at the construct
 *     that led to the value
 * @param column its place in that line, in UTF-16 units from 1
 * @param variable the variable in whose value the expression stands; empty if it stands in the template itself
 */
public record Trouble(String what, int line, int column, Optional<String> variable) {}
