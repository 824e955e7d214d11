/** Markdown with the extensions that Octopus Deploy's variable language knows. */
@NullMarked
package tako.octostache.filter.markdown;

import org.jspecify.annotations.NullMarked;
