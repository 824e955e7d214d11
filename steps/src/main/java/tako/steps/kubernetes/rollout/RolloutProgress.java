package tako.steps.kubernetes.rollout;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tako.platform.log.Level;
import tako.server.delivery.step.StepLog;
import tako.steps.kubernetes.rollout.ObjectStatus.State;
import tools.jackson.databind.JsonNode;

/** Says in the log how far things are: a line when something has changed, and only then. */
final class RolloutProgress {
    private final StatusRules rules;
    private final StepLog log;
    private final Map<String, String> said = new HashMap<>();
    private final Set<String> warned = new HashSet<>();

    RolloutProgress(StatusRules rules, StepLog log) {
        this.rules = rules;
        this.log = log;
    }

    void say(RolloutState state, List<Trouble> troubles) {
        state.objects().forEach(this::say);
        troubles.stream()
                .filter(trouble -> warned.add(trouble.key()))
                .forEach(trouble -> log.warning(trouble.title() + ": " + trouble.what() + "."));
    }

    private void say(JsonNode object) {
        var status = rules.of(object);
        var line = Titles.of(object) + ": " + status.detail();
        if (!line.equals(said.put(Titles.of(object), line))) {
            log.line(status.state() == State.SUCCESSFUL ? Level.INFO : Level.VERBOSE, line + ".");
        }
    }
}
