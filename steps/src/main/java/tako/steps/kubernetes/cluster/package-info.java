/** The way to a cluster: where it is, who we are there, and what its failures mean. */
@NullMarked
package tako.steps.kubernetes.cluster;

import org.jspecify.annotations.NullMarked;
