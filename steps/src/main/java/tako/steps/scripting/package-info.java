/** Rendering and running scripts, for every family whose steps have one. */
@NullMarked
package tako.steps.scripting;

import org.jspecify.annotations.NullMarked;
