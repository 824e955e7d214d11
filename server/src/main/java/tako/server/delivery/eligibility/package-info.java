/** Whether a release may be deployed somewhere now, and if not, why and what to do: one rule for refusing, showing and explaining. */
@NullMarked
package tako.server.delivery.eligibility;

import org.jspecify.annotations.NullMarked;
