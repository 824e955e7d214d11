/** What stands where: the read model of current deployments, dashboards and progressions. */
@NullMarked
package tako.server.delivery.dashboard;

import org.jspecify.annotations.NullMarked;
