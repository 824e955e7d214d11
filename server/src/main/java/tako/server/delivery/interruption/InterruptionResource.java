package tako.server.delivery.interruption;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question as clients read it, in the wire's names.
 *
 * @param correlationId the node of the task's log that asks, as logs name it
 * @param canTakeResponsibility whether the reader may take it and answer
 * @param hasResponsibility whether the reader has taken it
 * @param state ours: {@code Pending}, {@code Answered}, {@code Expired} or {@code Withdrawn}
 * @param deadline ours: until when it waits
 * @param responsibleSince ours: since when somebody has taken it
 */
record InterruptionResource(
        String id,
        String spaceId,
        String title,
        String type,
        Instant created,
        boolean isPending,
        InterruptionForm form,
        List<String> relatedDocumentIds,
        List<String> responsibleTeamIds,
        Optional<String> responsibleUserId,
        boolean canTakeResponsibility,
        boolean hasResponsibility,
        String taskId,
        String correlationId,
        boolean isLinkedToOtherInterruption,
        List<String> pullRequests,
        String state,
        Instant deadline,
        Optional<Instant> responsibleSince,
        Map<String, String> links) {
    private static final String TYPE = "ManualIntervention";

    /** @param reader who reads it, by the user's id */
    static InterruptionResource of(Interruption question, String reader, Responsibility.Candidate candidate) {
        return new InterruptionResource(
                question.id(),
                question.about().space(),
                question.title(),
                TYPE,
                question.times().created(),
                question.isPending(),
                InterruptionForm.of(question),
                question.about().regards(),
                question.teams(),
                question.holder().map(Interruption.Holder::user),
                question.isPending() && Responsibility.may(candidate, question.teams()),
                question.isHeldBy(reader),
                question.about().task(),
                correlation(question.about()),
                false,
                List.of(),
                state(question.state()),
                question.times().deadline(),
                question.holder().map(Interruption.Holder::since),
                links(question));
    }

    private static String correlation(Interruption.About about) {
        return about.activity().isEmpty() ? about.task() : about.task() + "/" + about.activity();
    }

    private static String state(InterruptionState state) {
        return switch (state) {
            case PENDING -> "Pending";
            case ANSWERED -> "Answered";
            case EXPIRED -> "Expired";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    private static Map<String, String> links(Interruption question) {
        String self = "/api/" + question.about().space() + "/interruptions/" + question.id();
        return Map.of(
                "Self", self,
                "Submit", self + "/submit",
                "Responsible", self + "/responsible",
                "Task", "/api/tasks/" + question.about().task());
    }
}
