/** A real cluster and real registries for tests, and proxies through which they fail on demand. */
@NullMarked
package tako.testbed;

import org.jspecify.annotations.NullMarked;
