/** Variable sets: names, values and the scopes these are meant for, of projects and shared between them. */
@NullMarked
package tako.server.library.variableset;

import org.jspecify.annotations.NullMarked;
