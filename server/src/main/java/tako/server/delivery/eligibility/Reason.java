package tako.server.delivery.eligibility;

import java.util.List;
import tako.server.library.lifecycle.Obstacle;

/**
 * Why a deployment is refused.
 *
 * @param kind which rule
 * @param rule what the rule says here, a sentence
 * @param wayOut what to do about it, a sentence
 */
public record Reason(Kind kind, String rule, String wayOut) {
    /** The rules, in the order in which they are judged and told. */
    public enum Kind {
        /** The project takes no deployments. */
        PROJECT_DISABLED(true),
        /** The space runs no tasks. */
        TASK_QUEUE_STOPPED(true),
        /** No phase of the lifecycle has the environment. */
        NOT_IN_LIFECYCLE(false),
        /** An earlier phase is not satisfied. */
        PHASE_NOT_REACHED(false),
        /** A defect keeps the release from further phases. */
        BLOCKED(true),
        /** A required question has no answer. */
        PROMPT_UNANSWERED(false),
        /** A chosen target is not in the environment. */
        MACHINE_ELSEWHERE(false),
        /** A required step is skipped, or finds none of the chosen targets. */
        REQUIRED_STEP_SKIPPED(false),
        /** The time is too far ahead, or the deployment would expire before it. */
        SCHEDULE(false),
        /** No step that needs targets finds one. */
        NO_TARGETS(false);

        private final boolean judgedAtStart;

        Kind(boolean judgedAtStart) {
            this.judgedAtStart = judgedAtStart;
        }

        /** Whether it is judged again when the task starts; the others hold as they were when it was queued. */
        public boolean judgedAtStart() {
            return judgedAtStart;
        }
    }

    /** What a lifecycle says, as a reason. */
    public static Reason of(Obstacle obstacle) {
        Kind kind = switch (obstacle.kind()) {
            case NOT_IN_LIFECYCLE -> Kind.NOT_IN_LIFECYCLE;
            case PHASE_NOT_REACHED -> Kind.PHASE_NOT_REACHED;
            case BLOCKED -> Kind.BLOCKED;
        };
        return new Reason(kind, obstacle.rule(), obstacle.wayOut());
    }

    /** The rule and the way out. */
    public String text() {
        return rule + " " + wayOut;
    }

    /** The texts of reasons. */
    public static List<String> texts(List<Reason> reasons) {
        return reasons.stream().map(Reason::text).toList();
    }
}
