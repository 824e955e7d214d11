package tako.structured.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import tako.structured.Replacement;
import tako.structured.dotnet.DotNetRewriter;

/** Without variables a file stays as it is; with any value it stays XML, and what was replaced once is replaced by the same again. */
@Tag("fuzz")
class DotNetFileFuzzTest {
    private static final DotNetRewriter REWRITER = new DotNetRewriter();

    @FuzzTest(maxDuration = "10m")
    void only_settings_change(byte[] data) {
        FuzzedFile file = FuzzedFile.of(data);
        file.plain(REWRITER).ifPresent(text -> assertThat(text).isEqualTo(file.text()));

        var again = List.of(Replacement.of("a", file.value()), Replacement.of("b", file.value()));
        file.replaced(REWRITER, "a", "b")
                .ifPresent(text ->
                        assertThat(FuzzedFile.rewrite(REWRITER, text, again)).hasValue(text));
    }
}
