/** Numbers and dates in the formats of .NET. */
@NullMarked
package tako.octostache.filter.format;

import org.jspecify.annotations.NullMarked;
