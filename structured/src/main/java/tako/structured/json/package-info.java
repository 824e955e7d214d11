/** JSON files: values by paths of keys and indexes. */
@NullMarked
package tako.structured.json;

import org.jspecify.annotations.NullMarked;
