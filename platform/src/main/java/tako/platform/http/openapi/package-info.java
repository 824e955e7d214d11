/** The route table as an OpenAPI 3.1 document. */
@NullMarked
package tako.platform.http.openapi;

import org.jspecify.annotations.NullMarked;
