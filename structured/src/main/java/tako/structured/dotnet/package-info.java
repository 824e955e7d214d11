/** Configuration files of .NET applications: settings and connection strings by their names, everything else kept as it is written. */
@NullMarked
package tako.structured.dotnet;

import org.jspecify.annotations.NullMarked;
