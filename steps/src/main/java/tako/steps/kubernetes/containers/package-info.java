/** The step that deploys containers with their service, ingress, maps and secrets. */
@NullMarked
package tako.steps.kubernetes.containers;

import org.jspecify.annotations.NullMarked;
