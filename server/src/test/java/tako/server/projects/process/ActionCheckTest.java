package tako.server.projects.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;
import tako.server.WireMapper;

/** What higher features look up of actions when a process is saved. */
class ActionCheckTest {
    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite("db/migration/server");

    @Test
    void every_action_is_looked_at_with_its_step_named() {
        DeploymentProcess process = WireMapper.mapper().readValue("""
                {"Steps": [
                  {"Name": "Sign off", "Actions": [{"Name": "Ask", "ActionType": "Octopus.Manual"}]},
                  {"Name": "Both", "Actions": [{"Name": "One", "ActionType": "A"}, {"Name": "Two", "ActionType": "B"}]}]}""", DeploymentProcess.class);
        ActionCheck check = (view, space, where, action) -> List.of(where + " in " + space + ": " + action.type());
        var rules = new ProcessRules(List.of(), List.of(check));

        assertThat(fresh.database().<List<String>>read(view -> rules.missing(view, "Spaces-1", process)))
                .containsExactly(
                        "Step 'Sign off' in Spaces-1: Octopus.Manual",
                        "Step 'Both', action 'One' in Spaces-1: A",
                        "Step 'Both', action 'Two' in Spaces-1: B");
    }
}
