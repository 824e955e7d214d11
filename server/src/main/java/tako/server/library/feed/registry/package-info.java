/** A client of container registries, version 2 of their protocol. It knows no feeds and keeps nothing between two questions. */
@NullMarked
package tako.server.library.feed.registry;

import org.jspecify.annotations.NullMarked;
