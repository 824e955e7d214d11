/**
 * Settings: a table of keys with type, bounds, default and description, from which come the typed records, the refusals, the
 * documentation and the help. A key is given on the command line, in the environment (only the names that the table lists) or
 * in {@code tako.properties} in the home, in this order.
 */
@NullMarked
package tako.platform.settings;

import org.jspecify.annotations.NullMarked;
