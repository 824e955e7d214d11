@NullMarked
package tako.structured.dotnet;

import org.jspecify.annotations.NullMarked;
