package tako.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {
    private final Tokens tokens = new Tokens(new SecureRandom());

    @Test
    void an_api_key_has_the_form_that_clients_check_and_256_bits() {
        assertThat(tokens.apiKey().reveal()).matches("^API-[A-Z0-9]+$").hasSize(4 + 52);
    }

    @Test
    void no_token_comes_twice_and_every_letter_comes() {
        var many =
                IntStream.range(0, 200).mapToObj(n -> tokens.token().reveal()).collect(Collectors.toSet());

        assertThat(many).hasSize(200);
        assertThat(String.join("", many).chars().distinct().count()).isEqualTo(32);
    }

    @Test
    void the_bits_are_written_as_base32() {
        var fixed = new Tokens(new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                for (int index = 0; index < bytes.length; index++) {
                    bytes[index] = (byte) "Tako deploys what was built once".charAt(index);
                }
            }
        });

        assertThat(fixed.token().reveal()).isEqualTo("KRQWW3ZAMRSXA3DPPFZSA53IMF2CA53BOMQGE5LJNR2CA33OMNSQ");
    }

    @Test
    void only_a_sha_256_is_stored() {
        assertThat(Tokens.digest("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
