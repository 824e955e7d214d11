package tako.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedStreamTest {
    private static final String KEY = "-----BEGIN KEY-----\nMIIEvQ\nab\nIBADANBg\n-----END KEY-----\n";

    private final Masking masking = new Masking();
    private final List<String> shown = new ArrayList<>();
    private final MaskedStream<Level> stream = masking.stream((level, line) -> shown.add(line));

    private void lines(String... lines) {
        for (String line : lines) {
            stream.line(Level.INFO, line);
        }
    }

    @Test
    void lines_without_secrets_are_shown_at_once() {
        masking.add("hunter2!");
        masking.add(KEY);

        lines("first");
        assertThat(shown).containsExactly("first");
        lines("ends like a secret begins: hunt", "");
        assertThat(shown).containsExactly("first", "ends like a secret begins: hunt", "");
    }

    @Test
    void a_secret_of_several_lines_is_masked_line_by_line_and_short_lines_wait_for_the_next() {
        masking.add(KEY);

        lines("key: -----BEGIN KEY-----", "MIIEvQ");
        assertThat(shown).containsExactly("key: ********", "********");
        lines("ab");
        assertThat(shown).hasSize(2);
        lines("IBADANBg", "-----END KEY----- (end)");
        assertThat(shown).containsExactly("key: ********", "********", "********", "********", "******** (end)");
    }

    @Test
    void what_only_begins_like_a_secret_is_shown_when_that_is_known() {
        masking.add("alpha\nno\nbeta");

        lines("x alpha", "no");
        assertThat(shown).containsExactly("x ********");
        lines("gamma");
        assertThat(shown).containsExactly("x ********", "no", "gamma");
    }

    @Test
    void lines_keep_what_came_with_them() {
        masking.add("a\nb\nc");
        List<String> levels = new ArrayList<>();
        MaskedStream<Level> levelled = masking.stream((level, line) -> levels.add(level.wireName() + " " + line));

        levelled.line(Level.INFO, "a");
        levelled.line(Level.ERROR, "b");
        levelled.line(Level.VERBOSE, "d");

        assertThat(levels).containsExactly("Info a", "Error b", "Verbose d");
    }

    @Test
    void a_secret_of_short_lines_is_masked_as_a_whole_only() {
        masking.add("a\nb\nc");

        lines("a", "b", "x", "a", "b", "c");

        assertThat(shown).containsExactly("a", "b", "x", "********", "********", "********");
    }

    @Test
    void the_end_shows_what_waits() {
        masking.add("a\nb\nc");

        lines("a", "b");
        assertThat(shown).isEmpty();
        stream.end(Level.INFO);
        stream.end(Level.INFO);

        assertThat(shown).containsExactly("a", "b");
    }

    @Test
    void a_silent_stream_may_show_what_waits_and_still_masks_the_rest_of_the_secret() {
        masking.add("a\nb\nlong line\nc");

        lines("a", "b");
        assertThat(stream.isWaiting()).isTrue();
        stream.release();
        assertThat(stream.isWaiting()).isFalse();
        lines("long line", "c", "d");

        assertThat(shown).containsExactly("a", "b", "********", "********", "d");
    }

    @Test
    void a_secret_is_found_in_a_line_that_comes_in_parts() {
        masking.add("hunter2!");

        stream.part(Level.INFO, "begins hun");
        assertThat(shown).containsExactly("begins ");
        stream.part(Level.INFO, "ter2");
        stream.part(Level.INFO, "! and hunt");
        lines("s");

        assertThat(shown).containsExactly("begins ", "******** and ", "hunts");
    }

    @Test
    void a_part_that_is_the_last_is_shown_at_the_end() {
        masking.add("hunter2!");

        stream.part(Level.INFO, "hunter2");
        stream.end(Level.INFO);

        assertThat(shown).containsExactly("hunter2");
    }

    @Test
    void a_line_that_could_not_be_passed_on_is_kept_for_the_end() {
        masking.add("a\nb\nc");
        List<String> taken = new ArrayList<>();
        MaskedStream<String> unlucky = masking.stream((with, line) -> {
            if (taken.size() == 1 && shown.isEmpty()) {
                shown.add("thrown");
                throw new IllegalStateException("no room");
            }
            taken.add(line);
        });
        unlucky.line("", "a");
        unlucky.line("", "b");
        assertThatThrownBy(() -> unlucky.line("", "x")).hasMessage("no room");
        unlucky.end("");

        assertThat(taken).containsExactly("a", "b", "x");
    }

    @ParameterizedTest
    @CsvSource({"'', 76", "u, 76", "us, 76", "user:, 76", "us, 64", "u, 20", "'', 11"})
    void base64_of_a_text_with_a_long_secret_in_it_is_found_however_it_is_wrapped(String before, int width) {
        String secret = new Random(width)
                .ints(1500, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        masking.add(secret);
        List<String> wrapped = wrapped(before + secret, width);

        for (String line : wrapped) {
            lines(line);
            // The first line may hold too little of it to be sure at once.
            assertThat(stream.isWaiting()).isEqualTo(shown.isEmpty());
        }

        assertThat(shown).hasSameSizeAs(wrapped);
        String clear = String.join("", shown).replace(Masking.MASK, "");
        assertThat(clear.length()).isLessThanOrEqualTo((before.length() * 8 + 5) / 6);
        assertThat(shown.subList(1, shown.size())).containsOnly("********");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void base64_that_is_cut_once_is_found_wherever_it_is_cut(String lineEnd) {
        String secret = "0123456789abcdefghijABCDEFGHIJ!$%&/()=?.";
        masking.add(secret);
        String encoded = Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));

        for (int cut = 1; cut < encoded.length(); cut++) {
            shown.clear();
            String end = encoded.substring(0, cut);
            lines(("x " + end + lineEnd + encoded.substring(cut) + " y").split("\n", -1));

            String first = cut < 4 ? "x " + end : "x ********";
            assertThat(String.join("\n", shown)).isEqualTo(first + lineEnd + "******** y");
        }
    }

    @Test
    void a_line_waits_only_if_it_ends_with_at_least_four_characters_of_base64() {
        masking.add("hunter2!");
        String encoded = Base64.getEncoder().encodeToString("hunter2!".getBytes(UTF_8));

        lines("ends " + encoded.substring(0, 3));
        assertThat(stream.isWaiting()).isFalse();
        lines("ends " + encoded.substring(0, 4));
        assertThat(stream.isWaiting()).isTrue();
        lines("", "", "", "");
        assertThat(stream.isWaiting()).isFalse();

        assertThat(shown).containsExactly("ends aHV", "ends aHVu", "", "", "", "");
    }

    @Test
    void what_may_be_base64_of_a_secret_is_masked_when_the_stream_falls_silent() {
        masking.add("hunter2!");
        String encoded = Base64.getEncoder().encodeToString("hunter2!".getBytes(UTF_8));

        lines("first " + encoded.substring(0, 6));
        stream.release();
        lines(encoded.substring(6) + " last");

        assertThat(shown).containsExactly("first ********", "******** last");
    }

    @Test
    void a_line_that_is_much_of_a_secrets_base64_is_masked_though_the_rest_never_comes() {
        masking.add("a rather long secret of many words");
        List<String> wrapped = wrapped("a rather long secret of many words", 24);

        lines(wrapped.getFirst(), "done");

        assertThat(shown).containsExactly("********", "done");
    }

    private static List<String> wrapped(String text, int width) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        return encoded.replaceAll(".{" + width + "}(?=.)", "$0\n").lines().toList();
    }

    @Test
    void a_secret_is_masked_from_when_it_is_known_on() {
        lines("token-1 token-2");
        masking.add("token-1");
        lines("token-1 token-2");
        masking.add("token-2");
        lines("token-1 token-2");

        assertThat(shown).containsExactly("token-1 token-2", "******** token-2", "******** ********");
    }

    @Test
    void endless_repetition_of_a_secrets_lines_is_masked_without_piling_up() {
        masking.add("xx\nxx\nxx");
        for (int i = 0; i < 10_000; i++) {
            lines("xx");
            assertThat(shown.size()).isGreaterThan(i - 3);
        }
        lines("done");

        assertThat(shown).hasSize(10_001).last().isEqualTo("done");
        assertThat(String.join("", shown)).doesNotContain("x");
    }

    /** Small alphabets, so that beginnings, overlaps and repetitions are common. */
    private record Case(List<String> secrets, NaiveMasking naive, String text) {
        private static final List<String> LINE_ENDS =
                List.of("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n\n\n\n\n");

        static Case random(Random random) {
            String letters =
                    List.of("ab\n", "abc\n", "aB\"\\/\n+ &", "äx<'\r\n").get(random.nextInt(4));
            List<String> secrets = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(i -> word(random, letters, 3 + random.nextInt(9)))
                    .toList();
            NaiveMasking naive = new NaiveMasking(secrets);
            List<String> forms = List.copyOf(naive.forms());
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(word(random, letters + "z", random.nextInt(7)));
                if (!forms.isEmpty()) {
                    String form = forms.get(random.nextInt(forms.size()));
                    text.append(wrapped(
                            form.substring(0, random.nextInt(4) > 0 ? form.length() : random.nextInt(form.length())),
                            random));
                }
            }
            return new Case(secrets, naive, text.toString());
        }

        private static String wrapped(String form, Random random) {
            StringBuilder wrapped = new StringBuilder(form);
            for (int left = random.nextInt(3); left > 0; left--) {
                wrapped.insert(random.nextInt(wrapped.length() + 1), LINE_ENDS.get(random.nextInt(LINE_ENDS.size())));
            }
            return wrapped.toString();
        }

        /** Masked the naive way, each line with its end. */
        String maskedLines() {
            String masked = naive.mask(text + "\n");
            return masked.substring(0, masked.length() - 1);
        }

        Masking masking() {
            Masking masking = new Masking();
            secrets.forEach(masking::add);
            return masking;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_stream_is_masked_as_its_whole_text_is_and_both_as_the_naive_way_does_it(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Case one = Case.random(random);
            List<String> lines = new ArrayList<>();
            MaskedStream<String> masked = one.masking().stream((with, line) -> lines.add(line));
            for (String line : one.text().split("\n", -1)) {
                masked.line("", line);
            }
            masked.end("");

            assertThat(one.masking().mask(one.text()))
                    .as("%s", one)
                    .isEqualTo(one.naive().mask(one.text()));
            assertThat(String.join("\n", lines)).as("%s", one).isEqualTo(one.maskedLines());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void a_stream_in_random_parts_shows_each_character_once_and_no_secret(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            Case one = Case.random(random);
            Map<Integer, String> lines = new LinkedHashMap<>();
            MaskedStream<Integer> masked =
                    one.masking().stream((number, piece) -> lines.merge(number, piece, String::concat));
            String[] all = one.text().split("\n", -1);
            for (int number = 0; number < all.length; number++) {
                String rest = all[number];
                while (random.nextBoolean()) {
                    int cut = random.nextInt(rest.length() + 1);
                    masked.part(number, rest.substring(0, cut));
                    rest = rest.substring(cut);
                }
                masked.line(number, rest);
            }
            masked.end(all.length);

            assertThat(onceMasked(String.join("\n", lines.values())))
                    .as("%s", one)
                    .isEqualTo(onceMasked(one.maskedLines()));
        }
    }

    private static String onceMasked(String text) {
        return text.replaceAll("\\*+", "*");
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12})
    void a_stream_that_is_silent_now_and_then_shows_every_line_once_and_nothing_that_a_line_alone_gives_away(
            long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            Case one = Case.random(random);
            List<String> lines = new ArrayList<>();
            MaskedStream<String> masked = one.masking().stream((with, line) -> lines.add(line));
            for (String line : one.text().split("\n", -1)) {
                masked.line("", line);
                if (random.nextInt(3) == 0) {
                    masked.release();
                    assertThat(masked.isWaiting()).isFalse();
                }
            }
            masked.end("");

            Set<String> forms = one.naive().forms();
            assertThat(lines).as("%s", one).hasSameSizeAs(one.text().split("\n", -1));
            assertThat(lines).as("%s", one).noneMatch(line -> forms.stream().anyMatch(line::contains));
        }
    }

    private static String word(Random random, String letters, int length) {
        return random.ints(length, 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
