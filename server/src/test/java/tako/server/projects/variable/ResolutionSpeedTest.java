package tako.server.projects.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tako.octostache.Variables;
import tako.server.library.variableset.VariableScope;
import tako.server.resource.PropertyValue;

/** What resolving ten thousand variables costs. The bounds are those of the product, with room for a busy machine. */
class ResolutionSpeedTest {
    private static final int COUNT = 10_000;
    private static final DeploymentScope DEV = DeploymentScope.of("Environments-1", "Channels-1", "Projects-1");

    /** Of ten names: six without a scope, two for environments, one for a tag, one for an action or a target. */
    private static List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int number = 0; number < COUNT; number++) {
            candidates.add(new Candidate(
                    "Section" + number % 100 + ".Name " + number,
                    PropertyValue.of("value #{Section1.Name 1}"),
                    scope(number),
                    VariableSource.PROJECT,
                    Origin.of("Project")));
        }
        return candidates;
    }

    private static VariableScope scope(int number) {
        return switch (number % 10) {
            case 6, 7 -> VariableScope.of("Environment", "Environments-1", "Environments-" + number % 7);
            case 8 -> VariableScope.of("Role", "web", "r" + number % 50);
            case 9 ->
                number % 20 == 9
                        ? VariableScope.of("Action", "a" + number % 30)
                        : VariableScope.of("Machine", "Machines-" + number % 40);
            default -> VariableScope.EVERYTHING;
        };
    }

    private static Map<String, String> texts(Iterable<Candidate> winners) {
        Map<String, String> texts = new LinkedHashMap<>();
        winners.forEach(candidate -> texts.put(candidate.name(), Evaluated.shown(candidate)));
        return texts;
    }

    @Test
    void tenThousandVariablesAreIndexedOnceAndEachItemAddsLittle() {
        List<Candidate> candidates = candidates();
        long index = Long.MAX_VALUE;
        long item = Long.MAX_VALUE;
        for (int round = 0; round < 15; round++) {
            long begin = System.nanoTime();
            VariableResolution resolution = VariableResolution.of(candidates, DEV);
            Variables shared = Variables.of(texts(resolution.shared().values()));
            index = Math.min(index, System.nanoTime() - begin);
            for (int number = 0; number < 20; number++) {
                ItemScope scope = ItemScope.on("a" + number, "Machines-" + number, Set.of("web"), Set.of("web"));
                begin = System.nanoTime();
                ItemResolution resolved = resolution.item(scope);
                Variables variables = shared.with(texts(resolved.particular()));
                item = Math.min(item, System.nanoTime() - begin);
                assertThat(variables.raw("Section8.Name 8")).isPresent();
                assertThat(variables.raw("Section0.Name 0")).isPresent();
            }
        }
        System.Logger log = System.getLogger("speed");
        log.log(System.Logger.Level.INFO, "index {0} us, item {1} us", index / 1_000, item / 1_000);
        assertThat(Duration.ofNanos(index)).isLessThan(Duration.ofMillis(20));
        assertThat(Duration.ofNanos(item)).isLessThan(Duration.ofMillis(2));
    }
}
