@NullMarked
package tako.app;

import org.jspecify.annotations.NullMarked;
