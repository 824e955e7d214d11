@NullMarked
package tako.steps.kubernetes.containers;

import org.jspecify.annotations.NullMarked;
