/** What happened, by whom, from where. */
@NullMarked
package tako.server.people.audit;

import org.jspecify.annotations.NullMarked;
