/** Teams, the built-in ones among them. */
@NullMarked
package tako.server.people.team;

import org.jspecify.annotations.NullMarked;
