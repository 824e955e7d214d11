/** Settings as typed records with defaults. */
@NullMarked
package tako.platform.settings;

import org.jspecify.annotations.NullMarked;
