/** What tests of the Kubernetes steps share. */
@NullMarked
package tako.steps.kubernetes;

import org.jspecify.annotations.NullMarked;
