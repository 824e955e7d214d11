/** Deployments to a real cluster, seen from outside. */
@NullMarked
package tako.e2e.kubernetes;

import org.jspecify.annotations.NullMarked;
