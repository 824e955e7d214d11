package tako.server.library.variableset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tako.server.resource.EnvironmentReach;
import tako.server.resource.PropertyValue;

class VisibleVariablesTest {
    private static final Variable EVERYWHERE = variable("everywhere");
    private static final Variable DEV = variable("dev", "Environments-1");
    private static final Variable PROD = variable("prod", "Environments-2");
    private static final Variable BOTH = variable("both", "environments-1", "Environments-2");
    private static final VariableSet SET = VariableSet.empty("variableset-Projects-1", "Spaces-1", "Projects-1")
            .withVariables(List.of(PROD, EVERYWHERE, DEV, BOTH));
    private static final EnvironmentReach DEVELOPMENT = EnvironmentReach.only(List.of("ENVIRONMENTS-1"));
    private static final VariableReach IN_DEV = new VariableReach(DEVELOPMENT, true);
    private static final VisibleVariables ALL = new VisibleVariables(VariableReach.EVERYTHING);
    private static final VisibleVariables OF_DEV = new VisibleVariables(IN_DEV);

    @Test
    void whatIsMeantForOtherEnvironmentsAloneIsLeftOut() {
        assertThat(OF_DEV.of(SET).variables()).containsExactly(EVERYWHERE, DEV, BOTH);
        assertThat(ALL.of(SET)).isSameAs(SET);
    }

    @Test
    void whatWasNotSeenComesBackWhereItStood() {
        Variable added = variable("new");
        assertThat(OF_DEV.restored(List.of(EVERYWHERE, BOTH, added), SET))
                .containsExactly(PROD, EVERYWHERE, BOTH, added);
        assertThat(OF_DEV.restored(List.of(), SET)).containsExactly(PROD);
        assertThat(ALL.restored(List.of(DEV), SET)).containsExactly(DEV);
    }

    @Test
    void theIdOfAVariableThatIsNotSeenIsRefusedWithoutSayingWhatItIs() {
        assertThat(OF_DEV.foreign(List.of(DEV, variable("prod", "Environments-1")), SET))
                .containsExactly("Variable 'prod': its Id belongs to another variable. Leave out the Id of new ones.");
        assertThat(ALL.foreign(SET.variables(), SET)).isEmpty();
    }

    @Test
    void valuesChangeOnlyWhereOneMayChangeEveryEnvironmentOfTheirs() {
        List<Variable> before = SET.variables();
        assertThat(VisibleVariables.outOfReach(before, before, IN_DEV)).isEmpty();
        assertThat(VisibleVariables.outOfReach(before, List.of(PROD, BOTH), IN_DEV))
                .isEmpty();
        assertThat(VisibleVariables.outOfReach(before, List.of(PROD), IN_DEV))
                .singleElement()
                .asString()
                .contains("'both'");
        assertThat(VisibleVariables.outOfReach(List.of(), List.of(variable("x", "Environments-2")), IN_DEV))
                .singleElement()
                .asString()
                .contains("'x'");
        assertThat(VisibleVariables.outOfReach(before, List.of(), VariableReach.EVERYTHING))
                .isEmpty();
    }

    @Test
    void valuesWithoutAnEnvironmentTakeAPermissionOfTheirOwn() {
        var limited = new VariableReach(DEVELOPMENT, false);
        assertThat(new VisibleVariables(limited).of(SET).variables()).containsExactly(DEV, BOTH);
        assertThat(new VisibleVariables(VariableReach.NOTHING).of(SET).variables())
                .isEmpty();
        assertThat(VisibleVariables.outOfReach(List.of(EVERYWHERE, DEV), List.of(), limited))
                .singleElement()
                .asString()
                .contains("'everywhere'", "meant for every environment");
    }

    private static Variable variable(String id, String... environments) {
        return new Variable(
                id,
                id,
                PropertyValue.of("value"),
                null,
                environments.length == 0
                        ? VariableScope.EVERYTHING
                        : VariableScope.of(VariableScope.ENVIRONMENT, environments),
                true,
                null,
                VariableType.STRING,
                false,
                Map.of());
    }
}
