package tako.server.delivery.task;

import java.util.List;

/**
 * A question that a task has put to people and nobody has answered yet.
 *
 * @param id {@code Interruptions-4}
 * @param type {@code ManualIntervention}
 * @param teams names of the teams whose members may answer
 */
record PendingQuestion(String id, String type, String title, List<String> teams) {
    /** What its task waits for, a sentence. */
    String sentence() {
        String who = teams.isEmpty()
                ? "; no team is responsible, so whoever may answer everything may"
                : ", which " + String.join(" or ", teams) + " may answer";
        return "Waits for '" + title + "' (" + id + ")" + who + ".";
    }
}
