/** Questions that running actions put to people: manual interventions, and what becomes of them. */
@NullMarked
package tako.server.delivery.interruption;

import org.jspecify.annotations.NullMarked;
