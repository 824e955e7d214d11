@NullMarked
package tako.octostache.json;

import org.jspecify.annotations.NullMarked;
