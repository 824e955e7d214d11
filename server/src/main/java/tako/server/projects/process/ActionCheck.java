package tako.server.projects.process;

import java.util.List;
import tako.platform.database.View;

/** What must hold for an action that its properties alone do not tell: that what they name exists. Higher features give it. */
@FunctionalInterface
public interface ActionCheck {
    /**
     * What is wrong with an action, each a sentence that names step and field.
     *
     * @param where step and action as messages name them
     */
    List<String> problems(View view, String space, String where, Action action);
}
