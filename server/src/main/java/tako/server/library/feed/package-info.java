/** Feeds: where packages come from. */
@NullMarked
package tako.server.library.feed;

import org.jspecify.annotations.NullMarked;
