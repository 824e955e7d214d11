@NullMarked
package tako.structured.xml;

import org.jspecify.annotations.NullMarked;
