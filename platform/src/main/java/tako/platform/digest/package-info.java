/** Digests of content. */
@NullMarked
package tako.platform.digest;

import org.jspecify.annotations.NullMarked;
