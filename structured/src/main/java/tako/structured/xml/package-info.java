/** XML files: values by XPath expressions. */
@NullMarked
package tako.structured.xml;

import org.jspecify.annotations.NullMarked;
