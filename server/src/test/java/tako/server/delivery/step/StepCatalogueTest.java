package tako.server.delivery.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.server.delivery.step.StepCatalogue.Step;

/** Which steps people can add to a process. */
class StepCatalogueTest {
    private final StepCatalogue catalogue =
            new StepCatalogue(List.of("Octopus.Script", "Octopus.KubernetesRunScript", "Octopus.Acme"));

    @Test
    void only_steps_that_the_server_can_carry_out_are_offered() {
        assertThat(catalogue.steps(Optional.empty()))
                .extracting(Step::type)
                .containsExactly("Octopus.Acme", "Octopus.KubernetesRunScript", "Octopus.Script");
    }

    @Test
    void they_have_names_and_groups_for_people() {
        assertThat(catalogue.steps(Optional.of("octopus.kubernetesrunscript")))
                .extracting(Step::name, Step::category)
                .containsExactly(tuple("Run a kubectl script", "kubernetes"));
    }

    @Test
    void one_without_a_name_is_called_by_its_type() {
        assertThat(catalogue.steps(Optional.of("Octopus.Acme")))
                .extracting(Step::name)
                .containsExactly("Acme");
    }

    @Test
    void an_empty_type_means_every_step_and_an_unknown_one_none() {
        assertThat(catalogue.steps(Optional.of(""))).hasSize(3);
        assertThat(catalogue.steps(Optional.of("Octopus.Nothing"))).isEmpty();
    }
}
