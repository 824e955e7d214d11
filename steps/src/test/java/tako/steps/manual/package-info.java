@NullMarked
package tako.steps.manual;

import org.jspecify.annotations.NullMarked;
