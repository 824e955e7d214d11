package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashFiltersTest {
    @ParameterizedTest
    @CsvSource({
        "md5, 900150983cd24fb0d6963f7d28e17f72, 16",
        "sha1, a9993e364706816aba3e25717850c26c9cd0d89d, 20",
        "sha256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad, 32"
    })
    void a_hash_is_written_in_hexadecimal_digits(String filter, String hash, int size) {
        assertThat(Applied.to("abc", filter)).contains(hash);
        assertThat(Applied.to("abc", filter, "4")).contains(hash.substring(0, 8));
        assertThat(Applied.to("abc", filter, Integer.toString(size + 1))).contains(hash);
    }

    @ParameterizedTest
    @CsvSource({"sha384, cb00753f45a35e8b", "sha512, ddaf35a193617aba"})
    void of_a_long_hash_only_the_first_bytes_may_be_asked_for(String filter, String hash) {
        assertThat(Applied.to("abc", filter, "8")).contains(hash);
    }

    @Test
    void a_size_and_an_encoding_come_in_either_order() {
        assertThat(Applied.to("abc", "md5", "2", "unicode")).contains("ce14");
        assertThat(Applied.to("abc", "md5", "UNICODE", "2")).contains("ce14");
        assertThat(Applied.to("YWJj", "md5", "base64")).isEqualTo(Applied.to("abc", "md5", "utf-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ascii", "8 8", "utf8 utf8", "8 utf8 x", "base64"})
    void other_options_are_refused_and_so_is_what_is_no_Base64(String options) {
        assertThat(Applied.to("***", "md5", options.split(" "))).isEmpty();
    }
}
