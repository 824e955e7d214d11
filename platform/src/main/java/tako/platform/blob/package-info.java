/** Content-addressed bytes: packages, artifacts, archives. */
@NullMarked
package tako.platform.blob;

import org.jspecify.annotations.NullMarked;
