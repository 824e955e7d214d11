package tako.structured.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import tako.structured.Replacement;
import tako.structured.properties.PropertiesRewriter;

/** Without variables a file stays as it is; what was replaced once is replaced by the same again. */
@Tag("fuzz")
class PropertiesFileFuzzTest {
    private static final PropertiesRewriter REWRITER = new PropertiesRewriter();

    @FuzzTest(maxDuration = "10m")
    void only_values_change(byte[] data) {
        FuzzedFile file = FuzzedFile.of(data);
        file.plain(REWRITER).ifPresent(text -> assertThat(text).isEqualTo(file.text()));

        var again = List.of(Replacement.of("a", file.value()), Replacement.of("b", file.value()));
        if (!looksLikeSeparator(file.value())) {
            file.replaced(REWRITER, "a", "b")
                    .ifPresent(text -> assertThat(FuzzedFile.rewrite(REWRITER, text, again)).hasValue(text));
        }
    }

    /** Behind a key and a blank such a value is taken for a part of the separator: Octopus Deploy does not escape it either. */
    private static boolean looksLikeSeparator(String value) {
        return value.startsWith(":") || value.startsWith("=");
    }
}
