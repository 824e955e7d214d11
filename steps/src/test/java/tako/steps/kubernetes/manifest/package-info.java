@NullMarked
package tako.steps.kubernetes.manifest;

import org.jspecify.annotations.NullMarked;
