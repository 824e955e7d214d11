package tako.platform.notice;

import java.util.function.Predicate;
import tako.platform.http.Principal;

/** Who may learn that something changed. */
@FunctionalInterface
public interface Visibility {
    /**
     * What somebody may learn of a space; asked for each notice, so that a right that is taken away counts at once.
     *
     * @param space its id
     */
    Predicate<Notice> of(Principal principal, String space);
}
