package tako.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RequestTest {
    @Test
    void isNamedAfterTheClassThatMadeTheBody() {
        Function<Tx, String> body = tx -> "stored";

        assertThat(new Request<HandleTx, String>(body, tx -> "").origin()).isEqualTo(RequestTest.class.getName());
    }

    @Test
    void isNamedAfterTheClassThatMadeTheBodyAlsoWithoutAResult() {
        Consumer<Tx> body = tx -> {};

        assertThat(new Request<HandleTx, String>(new WithoutResult(body), tx -> "").origin())
                .isEqualTo(RequestTest.class.getName());
    }
}
