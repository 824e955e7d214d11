package tako.structured.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriter;
import tako.structured.Rewriting;
import tako.structured.file.TextFile;

/**
 * What a fuzz target makes of bytes: a file and, after a line {@code %%}, the value of its variables.
 *
 * @param text at most 10 kB
 */
record FuzzedFile(String text, String value) {
    private static final int LONGEST = 10_000;
    private static final String SEPARATOR = "\n%%\n";

    static FuzzedFile of(byte[] data) {
        String all = TextFile.read(Arrays.copyOf(data, Math.min(data.length, LONGEST)))
                .text();
        int end = all.lastIndexOf(SEPARATOR);
        return end < 0
                ? new FuzzedFile(all, "new")
                : new FuzzedFile(all.substring(0, end), all.substring(end + SEPARATOR.length()));
    }

    /** The text rewritten without variables; empty if it cannot be read, which must show somewhere in it. */
    Optional<String> plain(Rewriter rewriter) {
        return rewrite(rewriter, text, List.of());
    }

    /** The text rewritten by variables of these names. */
    Optional<String> replaced(Rewriter rewriter, String... names) {
        return rewrite(
                rewriter,
                text,
                Stream.of(names).map(each -> Replacement.of(each, value)).toList());
    }

    static Optional<String> rewrite(Rewriter rewriter, String text, List<Replacement> variables) {
        return switch (rewriter.rewrite(new ConfigurationText(text, StandardCharsets.UTF_8), variables)) {
            case Rewriting.Rewritten rewritten -> Optional.of(rewritten.text());
            case Rewriting.Unreadable unreadable -> {
                assertThat(unreadable.line()).isPositive();
                assertThat(unreadable.column()).isPositive();
                assertThat(unreadable.message()).isNotBlank();
                yield Optional.empty();
            }
        };
    }
}
