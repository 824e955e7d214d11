package tako.octostache.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import tako.octostache.OnSyntaxError;
import tako.octostache.Template;

/** Whatever the text is, it is a template: reading one ends, never throws and keeps the text. */
@Tag("fuzz")
class TemplateFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void parsing_ends_and_never_throws(FuzzedDataProvider data) {
        OnSyntaxError mode = data.pickValue(OnSyntaxError.values());
        String text = data.consumeRemainingAsString();
        assertThat(Template.parse(text, mode).source()).isEqualTo(text);
    }
}
