/** Users and their passwords. */
@NullMarked
package tako.server.people.user;

import org.jspecify.annotations.NullMarked;
