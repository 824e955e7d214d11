/** The API as tables: method, path, who, status, what the body has and has not, and which events were written. */
@NullMarked
package tako.server.scenario;

import org.jspecify.annotations.NullMarked;
