package tako.structured.file;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.file.ConfigurationFormat.JSON;
import static tako.structured.file.ConfigurationFormat.PROPERTIES;
import static tako.structured.file.ConfigurationFormat.XML;
import static tako.structured.file.ConfigurationFormat.YAML;

import org.junit.jupiter.api.Test;

class FormatChoiceTest {
    @Test
    void the_name_tells_what_is_tried_after_JSON() {
        assertThat(FormatChoice.BY_NAME.formats("conf/App.JSON")).containsExactly(JSON);
        assertThat(FormatChoice.BY_NAME.formats("app.xml")).containsExactly(JSON, XML);
        assertThat(FormatChoice.BY_NAME.formats("app.yml")).containsExactly(JSON, YAML);
        assertThat(FormatChoice.BY_NAME.formats("app.Yaml")).containsExactly(JSON, YAML);
        assertThat(FormatChoice.BY_NAME.formats("app.properties")).containsExactly(JSON, PROPERTIES);
        assertThat(FormatChoice.BY_NAME.formats("app.config")).containsExactly(JSON, XML, YAML, PROPERTIES);
    }

    @Test
    void old_processes_try_JSON_only() {
        assertThat(FormatChoice.ONLY_JSON.formats("app.yaml")).containsExactly(JSON);
    }
}
