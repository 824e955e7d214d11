@NullMarked
package tako.testbed;

import org.jspecify.annotations.NullMarked;
