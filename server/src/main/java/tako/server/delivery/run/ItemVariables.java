package tako.server.delivery.run;

import java.util.List;
import java.util.Set;
import tako.octostache.Variables;

/**
 * The variables of one work item.
 *
 * @param variables all that apply
 * @param sensitive the names of those that are secret, in lower case
 * @param tooShort the names, as they are written, of secrets that no log can hide; outputs, which were named when they were set, left out
 */
record ItemVariables(Variables variables, Set<String> sensitive, List<String> tooShort) {}
