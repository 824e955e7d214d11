/** Releases: what a build made, frozen under a version. */
@NullMarked
package tako.server.delivery.release;

import org.jspecify.annotations.NullMarked;
