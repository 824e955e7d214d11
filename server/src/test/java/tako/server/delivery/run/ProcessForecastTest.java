package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.delivery.run.Targets.disabled;
import static tako.server.delivery.run.Targets.target;
import static tako.server.projects.process.Processes.action;
import static tako.server.projects.process.Processes.process;
import static tako.server.projects.process.Processes.script;
import static tako.server.projects.process.Processes.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.octostache.Variables;
import tako.server.WireMapper;
import tako.server.delivery.run.Forecast.ForecastAction;
import tako.server.projects.process.Action;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.PropertyKey;

class ProcessForecastTest {
    private static final RunSpec.Place DEV =
            new RunSpec.Place("Projects-1", "Environments-1", Optional.of("Channels-1"), Optional.empty());

    private static List<ForecastAction> forecast(DeploymentProcess process, String... webTargets) {
        return new ProcessForecast()
                .of(
                        process,
                        DEV,
                        java.util.Arrays.stream(webTargets)
                                .map(name -> target(name, "web"))
                                .toList());
    }

    private static Action written(String members) {
        return WireMapper.read(
                "{\"Id\":\"a\",\"Name\":\"A\",\"ActionType\":\"Octopus.Script\"," + members + "}", Action.class);
    }

    private static ForecastAction only(Action action) {
        return forecast(process(step("S", List.of(action)))).getFirst();
    }

    @Test
    void a_step_of_one_action_has_the_number_of_the_step() {
        assertThat(forecast(process(script("First"), script("Second"))))
                .extracting(ForecastAction::number)
                .containsExactly("1", "2");
    }

    @Test
    void actions_of_a_rolling_step_are_numbered_within_it() {
        var rolling = step("Roll", List.of(action("Out", "Octopus.Script"), action("In", "Octopus.Script")));
        assertThat(forecast(process(script("First"), rolling)))
                .extracting(ForecastAction::number)
                .containsExactly("1", "2.1", "2.2");
    }

    @Test
    void a_step_with_tags_finds_the_enabled_targets_that_hold_one_of_them_ignoring_case() {
        var process = process(script("Deploy", PropertyKey.TARGET_ROLES, "Web, db"));
        var machines =
                List.of(target("one", "web"), target("two", "DB"), target("three", "mail"), disabled("four", "web"));
        var action = new ProcessForecast().of(process, DEV, machines).getFirst();
        assertThat(action.machines())
                .extracting(machine -> machine.value().name())
                .containsExactly("one", "two");
        assertThat(action.lacksTargets()).isFalse();
    }

    @Test
    void a_step_with_tags_that_nobody_holds_lacks_targets() {
        assertThat(forecast(process(script("Deploy", PropertyKey.TARGET_ROLES, "web")))
                        .getFirst()
                        .lacksTargets())
                .isTrue();
    }

    @Test
    void a_step_without_tags_needs_no_targets() {
        var action = forecast(process(script("Tell")), "one").getFirst();
        assertThat(action.machines()).isEmpty();
        assertThat(action.lacksTargets()).isFalse();
    }

    @Test
    void tags_are_evaluated() {
        var process = process(script("Deploy", PropertyKey.TARGET_ROLES, "#{Tags}"));
        var action = new ProcessForecast(Variables.of(Map.of("Tags", "web,db")))
                .of(process, DEV, List.of(target("one", "db")))
                .getFirst();
        assertThat(action.roles()).containsExactly("web", "db");
        assertThat(action.machines()).hasSize(1);
    }

    @Test
    void environments_channels_tenant_tags_and_the_switch_decide_whether_an_action_applies() {
        assertThat(only(written("\"Environments\":[\"environments-1\"]")).applies())
                .isTrue();
        assertThat(only(written("\"Environments\":[\"Environments-2\"]")).applies())
                .isFalse();
        assertThat(only(written("\"ExcludedEnvironments\":[\"Environments-1\"]"))
                        .applies())
                .isFalse();
        assertThat(only(written("\"Channels\":[\"channels-1\"]")).applies()).isTrue();
        assertThat(only(written("\"Channels\":[\"Channels-2\"]")).applies()).isFalse();
        assertThat(only(written("\"TenantTags\":[\"Region/North\"]")).applies()).isFalse();
        assertThat(only(written("\"IsDisabled\":true")).applies()).isFalse();
    }

    @Test
    void a_required_action_cannot_be_skipped() {
        assertThat(only(written("\"IsRequired\":true")).skippable()).isFalse();
        assertThat(only(written("\"IsRequired\":false")).skippable()).isTrue();
    }
}
