package tako.steps.kubernetes.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tako.octostache.Variables;
import tako.platform.database.Database;
import tako.server.delivery.step.RenderingRefused;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.TargetProbe;
import tako.server.projects.variable.TargetVariables;
import tako.server.resource.NotForEnvironment;
import tako.server.resource.Stored;

/** Health checks of targets that are clusters: by the same way as deployments, from the same variables. */
public final class KubernetesTargetProbe implements TargetProbe {
    private final Database database;
    private final TargetVariables variables;
    private final KubernetesProbe probe;

    public KubernetesTargetProbe(Database database, TargetVariables variables, KubernetesProbe probe) {
        this.database = database;
        this.variables = variables;
        this.probe = probe;
    }

    @Override
    public Set<String> styles() {
        return Set.of("Kubernetes");
    }

    @Override
    public Finding probe(Stored<Machine> target, Consumer<String> log) throws InterruptedException {
        try {
            return probe.probe(ClusterAccessReading.of(variables(target), Optional.empty()), log);
        } catch (RenderingRefused refused) {
            refused.problems().forEach(log);
            return new Finding(Health.UNHEALTHY, String.join(" ", refused.problems()));
        } catch (NotForEnvironment refused) {
            log.accept(refused.sentence());
            return new Finding(Health.UNHEALTHY, refused.sentence());
        }
    }

    private Variables variables(Stored<Machine> target) {
        TargetVariables.Contribution contribution = database.read(view -> variables.of(view, target));
        Map<String, String> all = new HashMap<>(contribution.plain());
        contribution.secret().forEach((name, secret) -> all.put(name, secret.reveal()));
        return Variables.of(all);
    }
}
