package tako.structured.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriting;
import tako.structured.xml.XmlRewriter;

/** Whatever a file, the names and the values are: rewriting ends, never throws, and what it makes is XML that stays as it is. */
@Tag("fuzz")
class XmlFileFuzzTest {
    private static final int LONGEST = 10_000;
    /** Behind the file come names and values, by turns. */
    private static final String SEPARATOR = "\f";

    private static final int MOST = 9;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final XmlRewriter rewriter = new XmlRewriter();

    @FuzzTest(maxDuration = "10m")
    void rewriting_ends_never_throws_and_gives_XML(FuzzedDataProvider data) {
        String[] parts = limited(data.consumeRemainingAsString()).split(SEPARATOR, MOST);
        String file = parts[0];
        var variables = new ArrayList<Replacement>();
        for (int i = 1; i + 1 < parts.length; i += 2) {
            variables.add(Replacement.of(parts[i], parts[i + 1]));
        }

        long start = System.nanoTime();
        Rewriting found = rewrite(file, variables);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        if (found instanceof Rewriting.Rewritten changed) {
            assertThat(rewrite(changed.text(), List.of())).isInstanceOf(Rewriting.Rewritten.class);
        }
        if (rewrite(file, List.of()) instanceof Rewriting.Rewritten once) {
            assertThat(rewrite(once.text(), List.of())).isEqualTo(once);
        }
    }

    private static String limited(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private Rewriting rewrite(String file, List<Replacement> variables) {
        return rewriter.rewrite(new ConfigurationText(file, StandardCharsets.UTF_8), variables);
    }
}
