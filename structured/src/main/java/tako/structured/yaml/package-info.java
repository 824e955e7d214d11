/** YAML files: values by paths of keys and indexes, everything else kept as far as can be. */
@NullMarked
package tako.structured.yaml;

import org.jspecify.annotations.NullMarked;
