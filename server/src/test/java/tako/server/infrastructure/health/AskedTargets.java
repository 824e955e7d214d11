package tako.server.infrastructure.health;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.TargetProbe;
import tako.server.resource.Stored;

/** A probe of clusters that answers what a test has said. */
final class AskedTargets implements TargetProbe {
    /** How a target answers. */
    interface Answer {
        Finding give() throws InterruptedException;
    }

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();

    void answers(String name, Health health, String summary) {
        answers.put(name, () -> new Finding(health, summary));
    }

    void answers(String name, Answer answer) {
        answers.put(name, answer);
    }

    @Override
    public Set<String> styles() {
        return Set.of("Kubernetes");
    }

    @Override
    public Finding probe(Stored<Machine> target, Consumer<String> log) throws InterruptedException {
        asked.add(target.value().name());
        log.accept("Asks " + target.value().name());
        return answers.getOrDefault(target.value().name(), () -> new Finding(Health.HEALTHY, "It answers."))
                .give();
    }
}
