/** Commands and where they run: everything a command started ends with it. */
@NullMarked
package tako.platform.process;

import org.jspecify.annotations.NullMarked;
