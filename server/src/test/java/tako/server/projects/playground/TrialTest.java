package tako.server.projects.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody who tries a template is told. */
class TrialTest {
    @Test
    void a_template_is_evaluated_with_the_variables_given() {
        assertThat(answer("Hello #{Name | ToUpper}", Map.of("Name", "#{First}", "First", "Ada"))
                        .text())
                .isEqualTo("Hello ADA");
    }

    @Test
    void an_expression_without_a_value_is_pointed_at() {
        assertThat(answer("first\n  #{Missing}", Map.of()).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).contains("#{Missing}");
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.column()).isEqualTo(3);
                    assertThat(problem.variable()).isEmpty();
                });
    }

    @Test
    void trouble_in_a_value_names_the_variable() {
        assertThat(answer("#{Url}", Map.of("Url", "https://#{Host}/")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.variable()).contains("Url"));
    }

    @Test
    void what_cannot_be_read_is_pointed_at_and_left_as_it_is() {
        Trial.Answer answer = answer("ok\n#{if x == \"y\"}", Map.of());
        assertThat(answer.text()).isEqualTo("ok\n#{if x == \"y\"}");
        assertThat(answer.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
    }

    @Test
    void as_in_files_only_the_part_that_cannot_be_read_is_left() {
        Trial.Answer answer = new Trial("#{bad+} #{Name}", Map.of("Name", "Ada"), true).answer();
        assertThat(answer.text()).isEqualTo("#{bad+} Ada");
    }

    private static Trial.Answer answer(String template, Map<String, String> variables) {
        return new Trial(template, variables, false).answer();
    }
}
