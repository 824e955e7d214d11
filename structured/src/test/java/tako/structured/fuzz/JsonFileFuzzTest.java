package tako.structured.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import tako.structured.json.JsonRewriter;

/** Whatever a file holds, it is laid out once and for all or cannot be read; whatever a value holds, the file stays JSON. */
@Tag("fuzz")
class JsonFileFuzzTest {
    private static final JsonRewriter REWRITER = new JsonRewriter();

    /** Longer values may nest deeper than a file that is read again. */
    private static final int LONGEST_VALUE = 60;

    @FuzzTest(maxDuration = "10m")
    void a_rewritten_file_is_rewritten_to_itself(byte[] data) {
        FuzzedFile file = FuzzedFile.of(data);
        file.plain(REWRITER)
                .ifPresent(text -> assertThat(FuzzedFile.rewrite(REWRITER, text, List.of()))
                        .hasValue(text));

        if (file.value().length() <= LONGEST_VALUE) {
            file.replaced(REWRITER, "a", "b", "0")
                    .ifPresent(text -> assertThat(FuzzedFile.rewrite(REWRITER, text, List.of()))
                            .hasValue(text));
        }
    }
}
