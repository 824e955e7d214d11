package tako.structured.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tako.structured.ConfigurationText;
import tako.structured.Rewriting;
import tako.structured.yaml.YamlRewriter;

/** Files thrown together of what YAML is made of: where nothing is replaced, the data stays, and rewriting again changes nothing but, once, the indentation. */
class YamlRoundTripTest {
    private static final int FILES = 60_000;
    private static final List<String> PIECES = List.of(
            "a",
            "b: ",
            "c:\n",
            "- ",
            "-\n",
            "? ",
            ": ",
            "\n",
            "\n  ",
            "\n    ",
            "\n      ",
            "  ",
            "# x\n",
            " # y\n",
            "#z",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "&m ",
            "*m",
            "!t ",
            "!!str ",
            "|\n",
            "|-\n",
            "|+\n",
            ">\n",
            "|2\n",
            "'",
            "\"",
            "''",
            "\\n",
            "\\\n",
            "\t",
            "---\n",
            "--- ",
            "...\n",
            "%TAG !e! tag:example.org,1:\n",
            "!e!q ",
            "%YAML 1.2\n",
            "😎",
            "\u2028",
            "\u0085",
            "é",
            "~",
            "1",
            "k: v\n",
            "- i\n",
            "  k: v\n");

    private final YamlRewriter rewriter = new YamlRewriter();

    @Test
    void rewriting_without_variables_keeps_the_data_and_is_stable() {
        var random = new Random(20);
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            String text = file(random);
            if (rewrite(text) instanceof Rewriting.Rewritten once) {
                read++;
                assertThat(YamlData.of(once.text())).as(text).isEqualTo(YamlData.of(text));
                Rewriting twice = rewrite(once.text());
                assertThat(withoutBlanks(twice)).as(text).isEqualTo(withoutBlanks(once));
                assertThat(rewrite(((Rewriting.Rewritten) twice).text()))
                        .as(text)
                        .isEqualTo(twice);
            }
        }
        assertThat(read).as("files that can be read").isGreaterThan(FILES / 20);
    }

    /** Once rewritten, a file may have nothing left to tell its indentation by, and has two columns the next time. */
    private static String withoutBlanks(Rewriting rewriting) {
        return ((Rewriting.Rewritten) rewriting)
                .text()
                .replaceAll("(?m)^ +|(?<=[|>])\\d", "")
                .replaceAll(" +", " ");
    }

    private static String file(Random random) {
        var text = new StringBuilder("k: v\n".repeat(random.nextInt(2)));
        for (int pieces = 1 + random.nextInt(14); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString().stripLeading();
    }

    private Rewriting rewrite(String text) {
        return rewriter.rewrite(new ConfigurationText(text, StandardCharsets.UTF_8), List.of());
    }
}
