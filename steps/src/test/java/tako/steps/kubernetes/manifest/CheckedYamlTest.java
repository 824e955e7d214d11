package tako.steps.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tako.server.delivery.step.RenderingRefused;

class CheckedYamlTest {
    private final CheckedYaml yaml = new CheckedYaml();

    @Test
    void takes_a_mask_for_a_value_where_its_stars_would_be_an_alias() {
        assertThat(yaml.mapping("password: ********\nurl: db://me:********@example.org"))
                .hasToString("{\"password\":\"********\",\"url\":\"db://me:********@example.org\"}");
        assertThat(yaml.objects("{apiVersion: v1, kind: A, metadata: {name: a}, spec: ********}", "dev"))
                .hasToString(
                        "[{\"apiVersion\":\"v1\",\"kind\":\"A\",\"metadata\":{\"name\":\"a\"},\"spec\":\"********\"}]");
    }

    @Test
    void refuses_with_sentences() {
        assertThatThrownBy(() -> yaml.objects("kind: A", "dev"))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining("apiVersion is missing");
        assertThatThrownBy(() -> yaml.mapping("- a"))
                .isInstanceOf(RenderingRefused.class)
                .hasMessageContaining("must be one mapping");
    }
}
