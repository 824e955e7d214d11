@NullMarked
package tako.steps.kubernetes.yaml;

import org.jspecify.annotations.NullMarked;
