package tako.server.delivery.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tako.platform.log.Level;
import tako.platform.log.LogNode;
import tako.platform.log.NodeStatus;

/** What the rows say and an interrupted server had no time to write into the log. */
final class LogRepair {
    private final RunLog log;
    private final Map<String, NodeStatus> nodes = new HashMap<>();
    private final Set<String> saidToWait = new HashSet<>();

    /** @param tree the log's nodes as they were found */
    LogRepair(RunLog log, List<LogNode> tree) {
        this.log = log;
        for (LogNode node : tree) {
            nodes.put(node.id(), node.status());
            if (node.lines().byLevel().containsKey(Level.WAIT)) {
                saidToWait.add(node.id());
            }
        }
    }

    /** Opens the steps whose turn has come, and closes what has ended. */
    void repair(Plan plan, RunStates states) {
        for (StepTurn turn : states.turns().values()) {
            PlannedStep step = plan.step(turn.step());
            if (!nodes.containsKey(RunLog.step(step))) {
                log.begin(step, turn, List.of());
                nodes.put(RunLog.step(step), NodeStatus.RUNNING);
            }
            if (turn.skipped().isEmpty() && isOpen(RunLog.step(step))) {
                closeTargets(step, turn);
                closeStep(step, turn.items());
            }
        }
        states.waiting().forEach(item -> sayWaits(plan.step(item.id().step()), item));
    }

    private void sayWaits(PlannedStep step, Item item) {
        Waiting waiting = item.waiting().orElseThrow();
        if (waiting.id().isPresent() && !saidToWait.contains(log.attempt(step, item))) {
            log.open(step, item);
            log.line(step, item, Level.WAIT, WaitTexts.waits(waiting));
        }
    }

    private void closeTargets(PlannedStep step, StepTurn turn) {
        for (Item item : turn.items()) {
            List<Item> ofTarget = turn.items().stream()
                    .filter(one -> one.position() == item.position())
                    .toList();
            if (step.actions().size() > 1 && isOpen(RunLog.target(item)) && Item.ended(ofTarget)) {
                log.closeTarget(item, RunStateVariables.worst(ofTarget));
                nodes.put(RunLog.target(item), NodeStatus.SUCCESS);
            }
        }
    }

    private void closeStep(PlannedStep step, List<Item> items) {
        if (Item.ended(items)) {
            log.close(step, RunStateVariables.worst(items));
        }
    }

    private boolean isOpen(String node) {
        return nodes.get(node) == NodeStatus.RUNNING;
    }
}
