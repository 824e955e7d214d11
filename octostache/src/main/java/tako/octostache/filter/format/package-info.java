/** Numbers and dates in the formats of .NET, in its invariant culture; they are read and written without regard to the machine's language. */
@NullMarked
package tako.octostache.filter.format;

import org.jspecify.annotations.NullMarked;
