package tako.steps.kubernetes.containers;

import java.util.Optional;
import java.util.stream.Stream;
import tako.steps.kubernetes.containers.ContainersRendering.Strategy;
import tako.steps.kubernetes.rollout.ApplyOptions;
import tako.steps.kubernetes.rollout.RolloutProperties;
import tako.steps.kubernetes.rollout.StatusCheck;

/** How objects are applied and waited for: what all steps that apply say, and what only those with a workload say. */
record RolloutOptions(Properties properties) {
    ApplyOptions apply() {
        return shared().apply();
    }

    /** What a step without a workload waits for. */
    StatusCheck check() {
        return shared().check(properties.written(Property.WAIT).isEmpty());
    }

    /** What a step with a workload waits for: the old check, which blue/green needs always, goes before the newer one. */
    StatusCheck check(WorkloadKind kind, Strategy strategy) {
        boolean rollsOut = kind != WorkloadKind.JOB && strategy != Strategy.ON_DELETE;
        boolean asked = properties.choice(Property.WAIT).filter("Wait"::equals).isPresent();
        return rollsOut && (strategy == Strategy.BLUE_GREEN || asked)
                ? new StatusCheck.Rollout(shared().limit())
                : check();
    }

    private RolloutProperties shared() {
        return new RolloutProperties(new Evaluated(properties));
    }

    /** The step's own properties. */
    private record Evaluated(Properties properties) implements RolloutProperties.Source {
        @Override
        public Optional<String> value(String key) {
            return properties
                    .written(property(key))
                    .map(_ -> properties
                            .field(property(key))
                            .text()
                            .map(text -> text.clear().strip())
                            .orElse(""));
        }

        @Override
        public void wrong(String key, String expected) {
            properties.field(property(key)).wrong(expected);
        }

        private static Property property(String key) {
            return Stream.of(Property.values())
                    .filter(property -> property.keys().contains(key))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
