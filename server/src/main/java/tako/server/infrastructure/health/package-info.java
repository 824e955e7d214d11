/** Health checks: how deployment targets are found to be, by tasks that people ask for and that come by themselves. */
@NullMarked
package tako.server.infrastructure.health;

import org.jspecify.annotations.NullMarked;
