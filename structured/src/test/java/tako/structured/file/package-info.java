@NullMarked
package tako.structured.file;

import org.jspecify.annotations.NullMarked;
