/** The one way between Java and JSON: names, absent values, dates and spans of time as Octopus's clients send and expect them. */
@NullMarked
package tako.platform.json;

import org.jspecify.annotations.NullMarked;
