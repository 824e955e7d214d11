/** The HTTP gate: the route table and everything every request passes. */
@NullMarked
package tako.platform.http;

import org.jspecify.annotations.NullMarked;
