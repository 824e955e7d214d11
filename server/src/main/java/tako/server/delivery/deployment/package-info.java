/** Deployments: a release on its way to an environment, as a document over a task. */
@NullMarked
package tako.server.delivery.deployment;

import org.jspecify.annotations.NullMarked;
