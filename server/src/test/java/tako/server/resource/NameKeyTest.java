package tako.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {
    @ParameterizedTest
    @CsvSource({"Prod, ' PROD '", "Ａｐｐ, app", "İ, i\u0307", "e\u0301, é"})
    void isTheSameForNamesThatPeopleReadAsTheSame(String one, String other) {
        assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"Prod, Prod2", "a b, ab"})
    void differsForDifferentNames(String one, String other) {
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
    }
}
