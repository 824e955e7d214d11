/** What each filter makes of which text. */
@NullMarked
package tako.octostache.filter;

import org.jspecify.annotations.NullMarked;
