@NullMarked
package tako.octostache;

import org.jspecify.annotations.NullMarked;
