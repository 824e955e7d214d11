/** Secrets as immutable encrypted rows; passwords; key material. */
@NullMarked
package tako.platform.secret;

import org.jspecify.annotations.NullMarked;
