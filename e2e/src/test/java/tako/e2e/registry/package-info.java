/** Feeds that are real registries. */
@NullMarked
package tako.e2e.registry;

import org.jspecify.annotations.NullMarked;
