/** Environments: where releases go, in their order. */
@NullMarked
package tako.server.infrastructure.environment;

import org.jspecify.annotations.NullMarked;
