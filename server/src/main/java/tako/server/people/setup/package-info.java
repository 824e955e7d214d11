/** The first administrator. */
@NullMarked
package tako.server.people.setup;

import org.jspecify.annotations.NullMarked;
