package tako.structured.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriting;
import tako.structured.yaml.YamlRewriter;

/** Whatever a file and a variable hold: rewriting ends and never throws, and where nothing is replaced, the data stays. */
@Tag("fuzz")
class YamlFileFuzzTest {
    private static final int LONGEST = 10_000;
    private static final List<String> NAMES = List.of("", "a", "0", "a:b", "k:0");
    private static final YamlRewriter REWRITER = new YamlRewriter();

    @FuzzTest(maxDuration = "10m")
    void rewriting_keeps_what_is_not_replaced(FuzzedDataProvider data) {
        String name = data.pickValue(NAMES);
        String text = data.consumeString(LONGEST);

        assertThat(rewritten(text, List.of(Replacement.of(name, text)))).isNotNull();
        if (rewritten(text, List.of()) instanceof Rewriting.Rewritten once) {
            assertThat(YamlData.of(once.text())).isEqualTo(YamlData.of(withoutLeadingTabs(text)));
            assertThat(rewritten(once.text(), List.of())).isInstanceOfSatisfying(Rewriting.Rewritten.class, twice -> {
                assertThat(YamlData.of(twice.text())).isEqualTo(YamlData.of(once.text()));
                // The first rewriting may leave nothing to tell the indentation by; then the second settles it.
                assertThat(rewritten(twice.text(), List.of())).isEqualTo(twice);
            });
        }
    }

    private static Rewriting rewritten(String text, List<Replacement> variables) {
        return REWRITER.rewrite(new ConfigurationText(text, StandardCharsets.UTF_8), variables);
    }

    /** Tabs before the first line's content are read as blanks, which the parser alone does not do. */
    private static String withoutLeadingTabs(String text) {
        int content = text.length() - text.stripLeading().length();
        return text.substring(0, content).replace('\t', ' ') + text.substring(content);
    }
}
