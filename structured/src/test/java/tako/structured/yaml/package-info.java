@NullMarked
package tako.structured.yaml;

import org.jspecify.annotations.NullMarked;
