/** Java {@code .properties} files: values by keys, everything else kept byte for byte. */
@NullMarked
package tako.structured.properties;

import org.jspecify.annotations.NullMarked;
