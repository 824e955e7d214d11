package tako.platform.log.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import tako.platform.log.MaskedStream;
import tako.platform.log.Masking;
import tako.platform.log.NaiveMasking;

/** Whatever the secrets are, and however they come: a stream is masked as the naive way masks its whole text, line for line. */
@Tag("fuzz")
class MaskingFuzzTest {
    private static final int LONGEST = 60;
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\n\n", "\r\n\r\n", "\n\n\n\n\n");

    @FuzzTest(maxDuration = "10m")
    void a_stream_is_masked_as_its_whole_text_is(FuzzedDataProvider data) {
        Masking masking = new Masking();
        List<String> secrets = secrets(data);
        secrets.forEach(masking::add);
        NaiveMasking naive = new NaiveMasking(secrets);
        String text = text(data, List.copyOf(naive.forms()));

        assertThat(masking.mask(text)).isEqualTo(naive.mask(text));
        assertThat(streamed(masking, text) + "\n").isEqualTo(naive.mask(text + "\n"));
    }

    private static List<String> secrets(FuzzedDataProvider data) {
        List<String> secrets = new ArrayList<>();
        for (int left = data.consumeInt(1, 5); left > 0; left--) {
            secrets.add(data.consumeString(LONGEST));
        }
        return secrets;
    }

    private static String text(FuzzedDataProvider data, List<String> forms) {
        StringBuilder text = new StringBuilder();
        for (int left = data.consumeInt(0, 30); left > 0; left--) {
            text.append(data.consumeString(LONGEST));
            if (!forms.isEmpty()) {
                String form = data.pickValue(forms);
                int end = data.consumeBoolean() ? form.length() : data.consumeInt(0, form.length());
                int wrapped = data.consumeBoolean() ? end : data.consumeInt(0, end);
                text.append(form, 0, wrapped);
                if (wrapped < end) {
                    text.append(data.pickValue(LINE_ENDS)).append(form, wrapped, end);
                }
            }
        }
        return text.toString();
    }

    private static String streamed(Masking masking, String text) {
        List<String> lines = new ArrayList<>();
        MaskedStream<String> stream = masking.stream((with, line) -> lines.add(line));
        for (String line : text.split("\n", -1)) {
            stream.line("", line);
        }
        stream.end("");
        return String.join("\n", lines);
    }
}
