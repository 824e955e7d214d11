/** Random Quotes on a Kubernetes cluster that a kubeconfig file names. */
@NullMarked
package tako.app.testdrive.cluster;

import org.jspecify.annotations.NullMarked;
