/** What a deployment through Tako costs beyond its own requests to the cluster. */
@NullMarked
package tako.bench.deployment;

import org.jspecify.annotations.NullMarked;
