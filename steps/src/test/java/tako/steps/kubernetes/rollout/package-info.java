@NullMarked
package tako.steps.kubernetes.rollout;

import org.jspecify.annotations.NullMarked;
