package org.example.randomquotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageTest {
    private final Settings settings = new Settings("127.0.0.1", 0, Path.of("x.db"), "R&D <lab>", "1.2.3");

    @Test
    void it_shows_the_quote_the_version_and_the_environment() {
        assertThat(Page.of(new Quote("Look before you leap.", "a proverb"), settings))
                .contains("Look before you leap.")
                .contains("a proverb")
                .contains("Random Quotes 1.2.3, running in R&amp;D &lt;lab&gt;");
    }

    @Test
    void nothing_in_it_becomes_markup() {
        assertThat(Page.of(new Quote("<script>alert(\"100%\")</script>", "<b>"), settings))
                .contains("&lt;script&gt;alert(&quot;100%&quot;)&lt;/script&gt;", "&lt;b&gt;")
                .doesNotContain("<script", "<b>");
    }
}
