@NullMarked
package tako.structured.json;

import org.jspecify.annotations.NullMarked;
