/** Kubernetes objects as data, and how users' texts become them. */
@NullMarked
package tako.steps.kubernetes.manifest;

import org.jspecify.annotations.NullMarked;
