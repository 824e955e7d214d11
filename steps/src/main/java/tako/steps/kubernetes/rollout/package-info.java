/** Objects on their way into a cluster: applying them, waiting for them, and saying why they did not come up. */
@NullMarked
package tako.steps.kubernetes.rollout;

import org.jspecify.annotations.NullMarked;
