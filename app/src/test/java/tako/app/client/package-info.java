@NullMarked
package tako.app.client;

import org.jspecify.annotations.NullMarked;
