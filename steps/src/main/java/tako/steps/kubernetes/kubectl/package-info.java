/** The step that runs a script with a prepared kubectl. */
@NullMarked
package tako.steps.kubernetes.kubectl;

import org.jspecify.annotations.NullMarked;
