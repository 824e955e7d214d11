/** Spaces: the walls between teams' work. */
@NullMarked
package tako.server.settings.space;

import org.jspecify.annotations.NullMarked;
