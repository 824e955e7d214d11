/** Configuration files as bytes: which format one has, how it is encoded, and what comes out. */
@NullMarked
package tako.structured.file;

import org.jspecify.annotations.NullMarked;
