/** What a step family offers to the engine, and what the engine offers to it. */
@NullMarked
package tako.server.delivery.step;

import org.jspecify.annotations.NullMarked;
