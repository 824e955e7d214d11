/** The variable language of Octopus Deploy: parse once, evaluate many times. */
@NullMarked
package tako.octostache;

import org.jspecify.annotations.NullMarked;
