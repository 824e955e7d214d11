package tako.platform.log;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final String PASSWORD = "pä$$ \"w0rd\"/+&";
    private static final String KEY = "-----BEGIN KEY-----\nMIIEvQ\nab\nIBADANBg\n-----END KEY-----\n";

    private final Masking masking = new Masking();

    @Test
    void a_secret_is_masked_wherever_it_stands() {
        masking.add("hunter2!");

        assertThat(masking.mask("hunter2!")).isEqualTo("********");
        assertThat(masking.mask("user:hunter2!@host, again hunter2!."))
                .isEqualTo("user:********@host, again ********.");
        assertThat(masking.mask("Hunter2! hunter2")).isEqualTo("Hunter2! hunter2");
    }

    @Test
    void secrets_that_overlap_or_touch_are_masked_together() {
        masking.add("abcdef");
        masking.add("defghi");
        masking.add("abcd");

        assertThat(masking.mask("x abcdefghi y")).isEqualTo("x ******** y");
        assertThat(masking.mask("abcdabcd")).isEqualTo("********");
        assertThat(masking.mask("xabcd-defghi")).isEqualTo("x********-********");
    }

    @ParameterizedTest
    @CsvSource({"abc, false", "a, false", "'', true", "abcd, true", "'ab  ', false", "pass, true"})
    void a_secret_too_short_to_be_masked_is_told(String secret, boolean masked) {
        assertThat(masking.add(secret)).isEqualTo(masked);
    }

    @Test
    void a_short_secret_leaves_ordinary_words_alone() {
        masking.add("on");

        assertThat(masking.mask("one station")).isEqualTo("one station");
    }

    @Test
    void a_secret_is_found_in_json_as_any_encoder_writes_it() {
        masking.add(PASSWORD);

        for (String json : List.of(
                "pä$$ \\\"w0rd\\\"/+&",
                "pä$$ \\\"w0rd\\\"\\/+&",
                "p\\u00e4$$ \\\"w0rd\\\"/+&",
                "p\\u00e4$$ \\\"w0rd\\\"\\/+&",
                "pä$$ \\\"w0rd\\\"/+\\u0026",
                "p\\u00E4$$ \\u0022w0rd\\u0022/\\u002B\\u0026")) {
            assertThat(masking.mask("{\"p\":\"" + json + "\"}")).isEqualTo("{\"p\":\"********\"}");
        }
    }

    @Test
    void a_secret_is_found_in_addresses() {
        masking.add(PASSWORD);

        for (String url : List.of(
                URLEncoder.encode(PASSWORD, UTF_8),
                "p%C3%A4%24%24%20%22w0rd%22%2F%2B%26",
                "p%c3%a4%24%24%20%22w0rd%22%2f%2b%26")) {
            assertThat(masking.mask("https://example.org/?p=" + url + "#x"))
                    .isEqualTo("https://example.org/?p=********#x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "user:", "user::"})
    void a_secret_is_found_in_base64_at_each_alignment(String before) {
        masking.add("secret-word");
        for (String after : List.of("", "x", "xy", "xyz")) {
            byte[] bytes = (before + "secret-word" + after).getBytes(UTF_8);
            for (Base64.Encoder encoder : List.of(
                    Base64.getEncoder(),
                    Base64.getUrlEncoder(),
                    Base64.getEncoder().withoutPadding())) {
                String clear = masking.mask(encoder.encodeToString(bytes)).replace(Masking.MASK, "");

                // What is left belongs to the text around it, but for a character at each edge that both share.
                assertThat(clear.length())
                        .as(before + "|" + after)
                        .isLessThanOrEqualTo((before.length() + 2) * 8 / 6 + (after.length() + 2) * 8 / 6);
            }
        }
        assertThat(masking.mask(Base64.getEncoder().encodeToString("secret-word".getBytes(UTF_8))))
                .isEqualTo("********");
    }

    @Test
    void the_lines_of_a_secret_are_masked_one_by_one_in_any_order_and_indentation() {
        masking.add(KEY.replace("\n", "\r\n"));

        assertThat(masking.mask("  IBADANBg")).isEqualTo("  ********");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void a_text_keeps_its_lines_whichever_way_they_end(String end) {
        masking.add(KEY);

        assertThat(masking.mask("key: " + KEY.replace("\n", end) + "(end)" + end))
                .isEqualTo(("key: ********\n" + "********\n".repeat(4) + "(end)\n").replace("\n", end));
    }

    @Test
    void blanks_around_a_secret_need_not_be_there() {
        masking.add("  hunter2! \n");

        assertThat(masking.mask("<hunter2!>")).isEqualTo("<********>");
    }

    @Test
    void a_blank_secret_hides_nothing() {
        assertThat(masking.add(" \n      ")).isTrue();

        assertThat(masking.mask("a        b")).isEqualTo("a        b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a<b&c>d\"e'f ä",
                "a&lt;b&amp;c>d\"e'f ä",
                "a&lt;b&amp;c&gt;d\"e'f ä",
                "a&lt;b&amp;c&gt;d&quot;e'f ä",
                "a&lt;b&amp;c&gt;d&quot;e&apos;f ä",
                "a&lt;b&amp;c&gt;d&quot;e&#39;f ä",
                "a&lt;b&amp;c&gt;d&#34;e&#39;f ä",
                "a&lt;b&amp;c&gt;d&quot;e&#x27;f ä",
                "a&lt;b&amp;c&gt;d&quot;e&#39;f &#228;",
                "a&lt;b&amp;c&gt;d\"e'f &#xE4;"
            })
    void a_secret_is_found_in_xml_as_any_writer_writes_it(String xml) {
        masking.add("a<b&c>d\"e'f ä");

        assertThat(masking.mask("<p>" + xml + "</p>")).isEqualTo("<p>********</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "it's $5 \\o/ | it'\\''s $5 \\o/",
                "it's $5 \\o/ | it'\"'\"'s $5 \\o/",
                "it's $5 \\o/ | it''s $5 \\o/",
                "it's $5 \\o/ | it\\'s $5 \\\\o/",
                "it's $5 \\o/ | it's \\$5 \\\\o/",
                "it's $5 \\o/ | it\\'s\\ \\$5\\ \\\\o/",
                "say \"no\"     | say `\"no`\"",
                "say \"no\"     | say \"\"no\"\""
            })
    void a_secret_is_found_in_the_quotes_of_shells(String secret, String quoted) {
        masking.add(secret);

        assertThat(masking.mask("+ login " + quoted + " now")).isEqualTo("+ login ******** now");
    }

    @Test
    void a_secret_is_found_in_json_that_stands_in_json() {
        masking.add("a\"b<c");

        assertThat(masking.mask("{\"applied\":\"{\\\"p\\\":\\\"a\\\\\\\"b<c\\\"}\"}"))
                .isEqualTo("{\"applied\":\"{\\\"p\\\":\\\"********\\\"}\"}");
    }

    @Test
    void a_secret_is_found_in_an_encoded_command_of_powershell() {
        masking.add("hunter2!");
        String command = Base64.getEncoder().encodeToString("login hunter2! now".getBytes(UTF_16LE));
        String around = masking.mask(command).replace(Masking.MASK, "");

        assertThat(around.length()).isLessThanOrEqualTo(command.length() - 8 * 2 * 8 / 6 + 2);
    }

    @Test
    void a_secret_as_long_as_a_file_is_masked() {
        String file = IntStream.range(0, 5000).mapToObj(i -> "line-" + i).collect(Collectors.joining("\n"));
        masking.add(file);

        assertThat(masking.mask("<" + file + ">").lines().distinct())
                .containsExactly("<********", "********", "********>");
    }

    @Test
    void secrets_may_be_added_while_streams_run() throws Exception {
        List<String> secrets =
                IntStream.range(0, 200).mapToObj(i -> "secret<" + i + ">").toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var adding = threads.submit(() -> secrets.forEach(masking::add));
            var masked =
                    threads.submit(() -> secrets.stream().map(masking::mask).toList());
            adding.get();
            assertThat(masked.get()).hasSize(200);
        }
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(masking.mask(secret)).isEqualTo("********"));
    }
}
