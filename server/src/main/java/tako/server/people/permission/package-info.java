/** The one permission function, and what users are told of it. */
@NullMarked
package tako.server.people.permission;

import org.jspecify.annotations.NullMarked;
