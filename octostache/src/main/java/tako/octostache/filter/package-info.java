/** The filters of the variable language, as functions from text to text that know nothing of templates. */
@NullMarked
package tako.octostache.filter;

import org.jspecify.annotations.NullMarked;
