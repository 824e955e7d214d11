package tako.server.delivery.run;

/** What is said of run conditions. Pure. */
final class ConditionTexts {
    /** Of a condition by expression that did not say yes. */
    static final String SAID_NO = "Skipped: its run condition did not say yes.";

    private ConditionTexts() {}

    /** Of one that cannot be evaluated. */
    static String unreadable(String error) {
        return "The run condition cannot be evaluated, which counts as no. Correct the expression in the step, then create a"
                + " new release. (" + error.strip() + ")";
    }
}
