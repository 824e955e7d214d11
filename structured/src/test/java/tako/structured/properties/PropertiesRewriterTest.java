package tako.structured.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.structured.Replacement;
import tako.structured.Rewriting.Unreadable;
import tako.structured.Rewritings;

class PropertiesRewriterTest {
    private static final Rewritings FILES = new Rewritings(new PropertiesRewriter());

    @Test
    void the_value_is_replaced_and_nothing_else() {
        String file = "# greeting=no\r\n\r\n\t greeting : hello  \r\n! end\nother=1";

        assertThat(FILES.text(file, "Greeting", "hi"))
                .isEqualTo("# greeting=no\r\n\r\n\t greeting : hi\r\n! end\nother=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "a",
                "a=1\\",
                "a\\ b = \\u0041 \\\r\n   more\r\n",
                "#only a comment",
                "\f",
                "a=\\q",
                ": x",
                "ÿ=\u0000"
            })
    void without_variables_a_file_stays_byte_for_byte(String file) {
        assertThat(FILES.rewritten(file).text()).isEqualTo(file);
    }

    @Test
    void a_key_is_compared_by_what_it_means() {
        assertThat(FILES.text("k\\u1e1by=1", "kḛy", "2")).isEqualTo("k\\u1e1by=2");
        assertThat(FILES.text("ke\\\n  y3 old", "key3", "new")).isEqualTo("ke\\\n  y3 new");
        assertThat(FILES.text("a\\:b=1", "A:B", "2")).isEqualTo("a\\:b=2");
    }

    @Test
    void a_key_that_stands_twice_is_replaced_twice_and_used_once() {
        var rewritten = FILES.rewritten("a=1\nA=2\n", Replacement.of("a", "3"));

        assertThat(rewritten.text()).isEqualTo("a=3\nA=3\n");
        assertThat(rewritten.used()).containsExactly("a");
    }

    @Test
    void a_key_alone_gets_a_colon() {
        assertThat(FILES.text("debug\nnext=1", "debug", "true")).isEqualTo("debug:true\nnext=1");
        assertThat(FILES.text("debug \n", "debug", "true")).isEqualTo("debug true\n");
    }

    @Test
    void a_new_value_drops_the_continuations_of_the_old() {
        assertThat(FILES.text("hosts=one,\\\n  two\nnext=1", "hosts", "three")).isEqualTo("hosts=three\nnext=1");
    }

    @Test
    void values_are_escaped() {
        assertThat(FILES.text("k=", "k", "  C:\\new\r\n\tÿ😎þ"))
                .isEqualTo("k=\\  C:\\\\new\\r\\n\\t\\u00ff\\ud83d\\ude0eþ");
    }

    @Test
    void variables_of_the_system_and_those_without_a_value_replace_nothing() {
        String file = "Octopus.Release.Id:12\noctopus:x=1\nnull=1\n";

        var rewritten = FILES.rewritten(
                file,
                Replacement.of("Octopus.Release.Id", "999"),
                Replacement.of("octopus:x", "2"),
                new Replacement("null", Optional.empty()));

        assertThat(rewritten.text()).isEqualTo(file);
        assertThat(rewritten.used()).isEmpty();
    }

    @Test
    void a_broken_escape_makes_a_file_unreadable() {
        assertThat(FILES.unreadable("ok=1\r\nbad=x\\u12\n"))
                .isEqualTo(new Unreadable(
                        "\\u is followed by four hexadecimal digits; write \\\\u for the characters themselves.",
                        2,
                        6));
        assertThat(FILES.unreadable("\\u00g0").line()).isEqualTo(1);
    }

    @Test
    void a_separator_at_the_start_of_a_value_is_not_escaped_as_Octopus_Deploy_does_not() {
        assertThat(FILES.text("k=1", "k", "=x")).isEqualTo("k==x");
        assertThat(FILES.text("k 1", "k", "=x")).isEqualTo("k =x");
    }
}
