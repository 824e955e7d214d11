@NullMarked
package tako.steps.kubernetes.cluster;

import org.jspecify.annotations.NullMarked;
