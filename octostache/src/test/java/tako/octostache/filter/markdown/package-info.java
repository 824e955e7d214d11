/** Markdown as the variable language has it. */
@NullMarked
package tako.octostache.filter.markdown;

import org.jspecify.annotations.NullMarked;
