@NullMarked
package tako.structured.properties;

import org.jspecify.annotations.NullMarked;
