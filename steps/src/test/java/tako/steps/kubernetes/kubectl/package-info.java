@NullMarked
package tako.steps.kubernetes.kubectl;

import org.jspecify.annotations.NullMarked;
