@NullMarked
package tako.steps.scripting;

import org.jspecify.annotations.NullMarked;
