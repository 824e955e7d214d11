package tako.server.delivery.run;

import java.util.Set;
import tako.octostache.Variables;

/**
 * The variables of one work item.
 *
 * @param variables all that apply
 * @param sensitive the names of those that are secret, in lower case
 */
record ItemVariables(Variables variables, Set<String> sensitive) {}
