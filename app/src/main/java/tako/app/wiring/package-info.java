/** How the parts of the server hang together: constructors in layers, from below upwards. {@link tako.app.wiring.Wiring} joins them. */
@NullMarked
package tako.app.wiring;

import org.jspecify.annotations.NullMarked;
