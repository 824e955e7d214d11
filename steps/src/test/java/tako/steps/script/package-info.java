@NullMarked
package tako.steps.script;

import org.jspecify.annotations.NullMarked;
