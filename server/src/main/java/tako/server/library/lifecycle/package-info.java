/** Lifecycles: the order in which a release may pass through environments. */
@NullMarked
package tako.server.library.lifecycle;

import org.jspecify.annotations.NullMarked;
