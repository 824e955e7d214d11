package tako.server.projects.process;

/** How steps and actions are numbered for people: {@code 2}, and {@code 2.1} for the first of several actions of a step. */
public final class StepNumbers {
    private StepNumbers() {}

    /** @param position of the step, from 0 */
    public static String step(int position) {
        return String.valueOf(position + 1);
    }

    /**
     * @param position of the step, from 0
     * @param child of the action in the step, from 0
     */
    public static String action(Step step, int position, int child) {
        return step.actions().size() == 1 ? step(position) : step(position) + "." + (child + 1);
    }
}
