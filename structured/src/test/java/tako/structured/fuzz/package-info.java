/** Fuzz targets: what hostile configuration files must not bring about. */
@NullMarked
package tako.structured.fuzz;

import org.jspecify.annotations.NullMarked;
