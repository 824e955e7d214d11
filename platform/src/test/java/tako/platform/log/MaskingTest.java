package tako.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
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
    private final List<String> shown = new ArrayList<>();
    private final MaskedStream stream = masking.stream(shown::add);

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
    void wrapped_base64_of_a_long_secret_is_found() {
        String secret = "0123456789".repeat(20);
        masking.add(secret);
        String wrapped = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(secret.getBytes(UTF_8));

        wrapped.lines().forEach(stream::line);
        stream.end();

        assertThat(shown).containsExactly("********");
    }

    @Test
    void lines_without_secrets_are_shown_at_once() {
        masking.add("hunter2!");
        masking.add(KEY);

        stream.line("first");
        assertThat(shown).containsExactly("first");
        stream.line("ends like a secret begins: hunt");
        stream.line("");
        assertThat(shown).containsExactly("first", "ends like a secret begins: hunt", "");
    }

    @Test
    void a_secret_of_several_lines_is_one_mask() {
        masking.add(KEY);

        stream.line("key: -----BEGIN KEY-----");
        assertThat(shown).isEmpty();
        List.of("MIIEvQ", "ab", "IBADANBg", "-----END KEY----- (end)").forEach(stream::line);

        assertThat(shown).containsExactly("key: ******** (end)");
    }

    @Test
    void what_only_begins_like_a_secret_is_shown_with_the_next_line_or_at_the_end() {
        masking.add("alpha\nbeta\nno");

        stream.line("x alpha");
        assertThat(shown).isEmpty();
        stream.line("gamma");
        assertThat(shown).containsExactly("x ********", "gamma");
        stream.line("alpha");
        stream.line("beta");
        assertThat(shown).hasSize(2);
        stream.end();
        assertThat(shown).containsExactly("x ********", "gamma", "********", "********");
    }

    @Test
    void a_secret_of_short_lines_is_masked_as_a_whole_only() {
        masking.add("a\nb\nc");

        List.of("a", "b", "x", "a", "b", "c").forEach(stream::line);
        stream.end();

        assertThat(shown).containsExactly("a", "b", "x", "********");
    }

    @Test
    void the_lines_of_a_secret_are_masked_one_by_one_in_any_order_and_indentation() {
        masking.add(KEY.replace("\n", "\r\n"));

        assertThat(masking.mask("  IBADANBg")).isEqualTo("  ********");
        assertThat(masking.mask(KEY)).isEqualTo("********\n");
        assertThat(masking.mask(KEY.replace("\n", "\r\n"))).isEqualTo("********\r\n");
    }

    @Test
    void a_secret_is_masked_from_when_it_is_known_on() {
        stream.line("token-1 token-2");
        masking.add("token-1");
        stream.line("token-1 token-2");
        masking.add("token-2");
        stream.line("token-1 token-2");

        assertThat(shown).containsExactly("token-1 token-2", "******** token-2", "******** ********");
    }

    @Test
    void endless_repetition_of_a_secrets_lines_is_masked_without_piling_up() {
        masking.add("xxxx\nxxxx");
        for (int i = 0; i < 10_000; i++) {
            stream.line("xxxx");
        }
        stream.line("done");

        assertThat(shown).isNotEmpty().last().isEqualTo("done");
        assertThat(String.join("", shown)).doesNotContain("x");
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_secret_survives_and_nothing_else_is_touched(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Masking many = new Masking();
            // Noise and secrets share no letter, so that whatever remains of a secret is seen.
            List<String> secrets = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> word(random, "äB\"\\/\nC+ &", 4 + random.nextInt(8)))
                    .filter(secret -> secret.strip().length() >= Masking.SHORTEST)
                    .toList();
            secrets.forEach(many::add);
            List<String> lines = new ArrayList<>();
            MaskedStream masked = many.stream(lines::add);
            StringBuilder noise = new StringBuilder();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 10; i++) {
                String word = word(random, "xyz\n", random.nextInt(6));
                noise.append(word);
                text.append(word);
                if (!secrets.isEmpty()) {
                    text.append(form(random, secrets.get(random.nextInt(secrets.size()))));
                }
            }
            for (String line : text.toString().split("\n", -1)) {
                masked.line(line);
            }
            masked.end();

            String left = String.join("\n", lines);
            for (String secret : secrets) {
                assertThat(left).doesNotContain(secret.strip());
            }
            assertThat(left.replaceAll("[^xyz]", "")).isEqualTo(noise.toString().replace("\n", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void text_without_secrets_comes_out_as_it_went_in(long seed) {
        Random random = new Random(seed);
        masking.add("a\nb\na\na\nb");
        masking.add("abab\nabab");
        List<String> lines = IntStream.range(0, 2000)
                .mapToObj(i -> word(random, "abc", random.nextInt(4)))
                .collect(Collectors.toList());
        lines.removeIf(line -> line.contains("b") && line.length() < 2);

        lines.forEach(stream::line);
        stream.end();

        assertThat(shown).isEqualTo(lines);
    }

    private static String word(Random random, String letters, int length) {
        return random.ints(length, 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String form(Random random, String secret) {
        return switch (random.nextInt(3)) {
            case 0 -> secret;
            case 1 -> secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            default -> URLEncoder.encode(secret, UTF_8);
        };
    }
}
