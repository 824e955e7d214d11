/** Task logs: an activity tree and numbered lines, stored so that no line is lost. */
@NullMarked
package tako.platform.log;

import org.jspecify.annotations.NullMarked;
