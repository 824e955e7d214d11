package tako.structured;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A rewriter and its files in UTF-8, as tests speak of them. */
public record Rewritings(Rewriter rewriter) {
    /** Rewrites a file that can be read. */
    public Rewriting.Rewritten rewritten(String file, Replacement... variables) {
        Rewriting rewriting = rewriter.rewrite(new ConfigurationText(file, StandardCharsets.UTF_8), List.of(variables));
        assertThat(rewriting).isInstanceOf(Rewriting.Rewritten.class);
        return (Rewriting.Rewritten) rewriting;
    }

    /** The text of a file that can be read, rewritten by one variable. */
    public String text(String file, String name, String value) {
        return rewritten(file, Replacement.of(name, value)).text();
    }

    /** Where and why a file cannot be read. */
    public Rewriting.Unreadable unreadable(String file) {
        Rewriting rewriting = rewriter.rewrite(new ConfigurationText(file, StandardCharsets.UTF_8), List.of());
        assertThat(rewriting).isInstanceOf(Rewriting.Unreadable.class);
        return (Rewriting.Unreadable) rewriting;
    }
}
