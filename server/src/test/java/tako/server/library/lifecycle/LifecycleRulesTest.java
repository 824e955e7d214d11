package tako.server.library.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.server.WireMapper;
import tako.server.library.lifecycle.RetentionPeriod.Strategy;
import tako.server.library.lifecycle.RetentionPeriod.Unit;

class LifecycleRulesTest {
    private static final List<PhaseEnvironment> SPACE = List.of(env("Dev"), env("Test"), env("Staging"), env("Prod"));

    @Test
    void readsAndWritesALifecycleWithoutLosingAMember() {
        String sent = """
                {"Id":"Lifecycles-1","SpaceId":"Spaces-1","Name":"Main","Slug":"main","Description":null,"Future":[1],
                 "ReleaseRetentionPolicy":{"Unit":"Days","QuantityToKeep":3,"ShouldKeepForever":false,"Strategy":"Count"},
                 "TentacleRetentionPolicy":{"Unit":"Items","QuantityToKeep":0,"ShouldKeepForever":true,"Strategy":"Forever"},
                 "Phases":[{"Id":"p","Name":"Dev","AutomaticDeploymentTargets":["Environments-1"],"OptionalDeploymentTargets":["Environments-2"],
                   "MinimumEnvironmentsBeforePromotion":1,"IsOptionalPhase":true,"IsPriorityPhase":true,"CountsEarlierSuccess":true,
                   "ReleaseRetentionPolicy":null,"TentacleRetentionPolicy":null,"Future":{}}]}""";
        Lifecycle lifecycle = WireMapper.read(sent, Lifecycle.class);
        assertThat(WireMapper.same(WireMapper.write(lifecycle), sent))
                .as(WireMapper.write(lifecycle))
                .isTrue();
    }

    @Test
    void nullListsAreEmptyAndAbsentRetentionIsTheSpacesDefault() {
        Lifecycle lifecycle = WireMapper.read(
                "{\"Name\":\"L\",\"Phases\":[{\"Name\":\"P\",\"AutomaticDeploymentTargets\":null}]}", Lifecycle.class);
        assertThat(lifecycle.phases().getFirst().environments()).isEmpty();
        assertThat(lifecycle.releaseRetentionPolicy()).isEqualTo(RetentionPeriod.DEFAULT);
        assertThat(WireMapper.read("{\"Name\":\"L\",\"Phases\":null}", Lifecycle.class)
                        .phases())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ", 0, FOREVER, 0, true",
        ", 5, COUNT, 5, false",
        "COUNT, 5, COUNT, 5, false",
        "COUNT, 0, FOREVER, 0, true",
        "FOREVER, 5, FOREVER, 0, true",
        "DEFAULT, 5, DEFAULT, 0, true"
    })
    void theMembersOfARetentionAgreeWhateverWasSent(
            Strategy sent, int quantity, Strategy strategy, int kept, boolean forever) {
        String json = sent == null
                ? "{\"Unit\":\"Days\",\"QuantityToKeep\":" + quantity + "}"
                : "{\"Unit\":\"Days\",\"QuantityToKeep\":" + quantity + ",\"Strategy\":\"" + sent + "\"}";
        assertThat(WireMapper.read(json, RetentionPeriod.class))
                .isEqualTo(new RetentionPeriod(Unit.DAYS, kept, forever, strategy, Map.of()));
    }

    @Test
    @Tag("rule:lifecycle.environment-in-one-phase")
    void anEnvironmentStandsInOnePlaceOnly() {
        Lifecycle twice = lifecycle(phase("A", List.of("Dev"), List.of("Test")), phase("B", List.of(), List.of("Dev")));
        assertThat(LifecycleRules.problems(twice))
                .containsExactly(
                        "The environment Dev stands in more than one place: 'A', 'B'. An environment belongs to"
                                + " one phase of a lifecycle, and there to one of its two lists.");
        assertThat(LifecycleRules.problems(lifecycle(phase("A", List.of("Dev"), List.of("Dev")))))
                .hasSize(1);
    }

    @Test
    @Tag("rule:lifecycle.phase-names")
    void phasesHaveNamesOfTheirOwn() {
        assertThat(LifecycleRules.problems(lifecycle(
                        phase("A", List.of(), List.of("Dev")),
                        phase("a ", List.of(), List.of("Test")),
                        phase(" ", List.of(), List.of("Prod")))))
                .containsExactly(
                        "A phase has no name. Give each phase one.",
                        "2 phases are named 'A'. Give each a name of its own.");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "2, true", "3, false"})
    @Tag("rule:lifecycle.minimum-can-be-met")
    void theMinimumCanBeMet(int minimum, boolean allowed) {
        Phase phase = new Phase(
                "p", "P", List.of("Dev"), List.of("Test"), minimum, false, false, false, null, null, Map.of());
        assertThat(LifecycleRules.problems(lifecycle(phase)).isEmpty()).isEqualTo(allowed);
    }

    @Test
    @Tag("rule:lifecycle.default-follows-environments")
    void withoutPhasesEachEnvironmentIsARequiredPhaseInTheirOrder() {
        assertThat(PhaseRules.resolve(lifecycle(), SPACE))
                .allMatch(phase -> !phase.rules().optional() && phase.required() == 1)
                .extracting(ResolvedPhase::name)
                .containsExactly("Dev", "Test", "Staging", "Prod");
    }

    @Test
    @Tag("rule:lifecycle.open-phase")
    void aPhaseWithoutEnvironmentsStandsForAllThatNoEarlierPhaseNames() {
        List<ResolvedPhase> resolved = PhaseRules.resolve(
                lifecycle(
                        phase("First", List.of("Dev"), List.of()),
                        phase("Rest", List.of(), List.of()),
                        phase("Last", List.of(), List.of("Prod"))),
                SPACE);
        assertThat(names(resolved.get(1))).containsExactly("Test", "Staging", "Prod");
        assertThat(names(resolved.get(2))).containsExactly("Prod");
    }

    @Test
    @Tag("rule:lifecycle.gone-environments")
    void environmentsThatAreGoneAreLeftOutAndLowerWhatIsRequired() {
        Phase phase =
                new Phase("p", "P", List.of("Gone"), List.of("DEV"), 2, false, false, false, null, null, Map.of());
        ResolvedPhase resolved = PhaseRules.resolve(lifecycle(phase), SPACE).getFirst();
        assertThat(names(resolved)).containsExactly("Dev");
        assertThat(resolved.required()).isEqualTo(1);
    }

    static Lifecycle lifecycle(Phase... phases) {
        return new Lifecycle(
                "Lifecycles-1",
                "Spaces-1",
                "Main",
                "main",
                null,
                List.of(phases),
                RetentionPeriod.DEFAULT,
                RetentionPeriod.DEFAULT,
                Map.of());
    }

    static Phase phase(String name, List<String> automatic, List<String> manual) {
        return new Phase(name, name, automatic, manual, 0, false, false, false, null, null, Map.of());
    }

    private static List<String> names(ResolvedPhase phase) {
        return phase.environments().stream().map(PhaseEnvironment::name).toList();
    }

    private static PhaseEnvironment env(String name) {
        return new PhaseEnvironment(name, name);
    }
}
