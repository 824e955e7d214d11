/** What packages have in common wherever they come from: versions, and which of them are accepted. */
@NullMarked
package tako.server.library.packages;

import org.jspecify.annotations.NullMarked;
