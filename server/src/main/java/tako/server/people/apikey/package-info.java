/** API keys. */
@NullMarked
package tako.server.people.apikey;

import org.jspecify.annotations.NullMarked;
