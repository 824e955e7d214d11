@NullMarked
package tako.structured;

import org.jspecify.annotations.NullMarked;
