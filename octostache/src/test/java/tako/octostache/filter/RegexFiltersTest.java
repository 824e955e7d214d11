package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexFiltersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                    Hello     | l+               | <$0>       | He<ll>o
                    Hello     | (H)(e)           | $2$1       | eHllo
                    Hello     | (?<n>e)          | ${n}!      | He!llo
                    Hello     | (?'n'e)          | $1$n       | He$nllo
                    Hello     | (?<n>e)(l)       | $1$2       | Hlelo
                    ab        | (?<7>b)          | $7$7       | abb
                    Hello     | l                | $$$&$9$    | He$l$9$$l$9$o
                    Hello     | (o)              | $10        | Hell$10
                    Hello     | (o)              | ${1}0      | Hello0
                    abc       | b                | $`$'$_     | aacabcc
                    abc       | (a)(b)?          | $+         | bc
                    Hello     | ''               | -          | -H-e-l-l-o-
                    aXbX      | X(?=b)           | ''         | abX
                    a.b       | \\.              | \\n        | a\\nb
                    foo bar   | (?n)(o)(?<p>b)?  | $1         | f bar
                    """)
    void a_replacement_refers_to_what_was_found(String text, String regex, String replacement, String result) {
        assertThat(Applied.to(text, "replace", regex, replacement)).contains(result);
    }

    @Test
    void several_groups_may_have_one_name() {
        assertThat(Applied.to("ab", "replace", "(?<x>b)|(?<x>a)", "[${x}]")).contains("[a][b]");
    }

    @Test
    void without_a_replacement_what_is_found_goes_away_and_further_options_count_nothing() {
        assertThat(Applied.to("Hello", "replace", "l")).contains("Heo");
        assertThat(Applied.to("Hello", "replace", "l", "L", "x")).contains("HeLLo");
        assertThat(Applied.to("Hello", "replace")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Hello        | ^Hello          | true
                    Hello        | hello           | false
                    Hello        | (?i)hello       | true
                    HÉLLO        | (?i:é)          | true
                    é            | ^\\w$           | true
                    ٣            | ^\\d$           | true
                    x{y          | x{y             | true
                    aab          | ^a{2}b          | true
                    [            | [[]             | true
                    &&           | ^[a&&b]+$       | true
                    ]            | []]             | true
                    bcd          | ^[a-z-[aeiou]]+$ | true
                    bad          | ^[a-z-[aeiou]]+$ | false
                    b1           | ^[^\\W\\d]\\d$  | true
                    a-           | ^[a\\-]+$       | true
                    'a b'        | (?x) a \\s b # c | true
                    'a b'        | ^a(?# here )\\ b$ | true
                    abab         | ^(ab)\\1$       | true
                    abab         | ^(?<n>ab)\\k<n>$ | true
                    Ω            | \\p{IsGreek}    | true
                    a            | \\p{Ll}         | true
                    a            | \\u0061\\x61?   | true
                    é            | (?i)\\x{e9}     | refused
                    a            | \\Qa\\E         | refused
                    a            | a++             | refused
                    a            | a**             | refused
                    a            | (?<a-b>a)       | refused
                    a            | (?(a)a)         | refused
                    a            | a)              | refused
                    a            | [a              | refused
                    a            | \\              | refused
                    a            | \\2             | refused
                    ab           | (?<=a*)b        | true
                    """)
    void an_expression_means_what_it_means_in_NET(String text, String regex, String expected) {
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> Applied.to(text, "match", regex))
                    .isInstanceOf(FilterRefused.class)
                    .hasMessageStartingWith("The regular expression");
        } else {
            assertThat(Applied.to(text, "match", regex)).contains(expected);
        }
    }

    @Test
    void a_line_ends_with_a_line_feed_only() {
        assertThat(Applied.to("a\r\nb", "replace", ".", "x")).contains("xx\nx");
        assertThat(Applied.to("a\n", "match", "a$")).contains("true");
        assertThat(Applied.to("a\r\n", "match", "a$")).contains("false");
        assertThat(Applied.to("a\nb\n", "replace", "(?m)^", "> ")).contains("> a\n> b\n> ");
        assertThat(Applied.to("a\nb", "replace", "(?m)$", ";")).contains("a;\nb;");
        assertThat(Applied.to("a\nb", "match", "(?s)a.b")).contains("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(?:){1000000}b", "((?:){999}){999}b", "(?:a*)*\\1?(a*)*(a*)*b"})
    void an_expression_that_takes_too_long_ends_the_evaluation(String regex) {
        assertThatThrownBy(() -> Applied.to("a".repeat(100_000) + "!", "match", regex))
                .isInstanceOf(FilterRefused.class);
    }

    @Test
    void a_choice_that_is_repeated_too_often_ends_the_evaluation() {
        assertThatThrownBy(() -> Applied.to("ab".repeat(500_000), "match", "^(a|b)*$"))
                .isInstanceOf(FilterRefused.class)
                .hasMessageContaining("repeats a choice too often");
    }

    @Test
    void expressions_are_bounded_in_length_nesting_and_counts() {
        assertThatThrownBy(() -> Applied.to("a", "match", "a".repeat(10_001))).isInstanceOf(FilterRefused.class);
        assertThatThrownBy(() -> Applied.to("a", "match", "(".repeat(200) + ")".repeat(200)))
                .isInstanceOf(FilterRefused.class);
        assertThatThrownBy(() -> Applied.to("a", "match", "((a{1000}){1000}){1000}"))
                .isInstanceOf(FilterRefused.class)
                .hasMessageContaining("repeats too often");
        String groups = IntStream.range(0, 90).mapToObj(_ -> "(").collect(Collectors.joining()) + "a" + ")".repeat(90);
        assertThat(Applied.to("a", "match", groups)).contains("true");
    }

    @Test
    void a_result_beyond_the_bound_ends_the_evaluation() {
        assertThatThrownBy(() -> Applied.to("a".repeat(100_000), "replace", "a", "$_"))
                .isInstanceOf(FilterRefused.class)
                .hasMessageContaining("Replace writes more than");
    }
}
