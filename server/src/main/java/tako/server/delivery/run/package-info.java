/** Carries out frozen processes: what runs is a row, what happens next a pure function of the plan and its states. */
@NullMarked
package tako.server.delivery.run;

import org.jspecify.annotations.NullMarked;
