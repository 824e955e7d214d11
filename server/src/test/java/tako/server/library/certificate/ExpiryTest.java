package tako.server.library.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.library.certificate.Expiry.Warning.EXPIRED;
import static tako.server.library.certificate.Expiry.Warning.TEN_DAYS;
import static tako.server.library.certificate.Expiry.Warning.TWENTY_DAYS;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tako.server.library.certificate.Expiry.Warning;

/** Which warning is due, for every stage and everything told before. */
class ExpiryTest {
    private static final Instant END = Instant.parse("2026-06-30T12:00:00Z");

    @Test
    void nothingIsToldBeforeTwentyDays() {
        assertThat(due(before(Duration.ofDays(20).plusMillis(1)), null)).isEmpty();
    }

    @Test
    void eachStageIsToldOnce() {
        assertThat(due(before(Duration.ofDays(20)), null)).contains(TWENTY_DAYS);
        assertThat(due(before(Duration.ofDays(15)), TWENTY_DAYS)).isEmpty();
        assertThat(due(before(Duration.ofDays(10)), TWENTY_DAYS)).contains(TEN_DAYS);
        assertThat(due(before(Duration.ofMillis(1)), TEN_DAYS)).isEmpty();
        assertThat(due(END, TEN_DAYS)).contains(EXPIRED);
        assertThat(due(END.plus(Duration.ofDays(100)), EXPIRED)).isEmpty();
    }

    @Test
    void whatWasMissedIsNotMadeUpFor() {
        assertThat(due(before(Duration.ofDays(3)), null)).contains(TEN_DAYS);
        assertThat(due(END.plusSeconds(1), null)).contains(EXPIRED);
        assertThat(due(END.plusSeconds(1), TWENTY_DAYS)).contains(EXPIRED);
    }

    @Test
    void aClockThatGoesBackTellsNothingAgain() {
        assertThat(due(before(Duration.ofDays(15)), TEN_DAYS)).isEmpty();
        assertThat(due(before(Duration.ofDays(15)), EXPIRED)).isEmpty();
    }

    @Test
    void theSentenceSaysHowLongThereIs() {
        assertThat(Expiry.message("web", END, before(Duration.ofDays(9).plusHours(5))))
                .isEqualTo("Certificate web expires in 9 days, at 2026-06-30T12:00:00Z");
        assertThat(Expiry.message("web", END, before(Duration.ofHours(30))))
                .isEqualTo("Certificate web expires in 1 day, at 2026-06-30T12:00:00Z");
        assertThat(Expiry.message("web", END, before(Duration.ofHours(3))))
                .isEqualTo("Certificate web expires today, at 2026-06-30T12:00:00Z");
        assertThat(Expiry.message("web", END, END)).isEqualTo("Certificate web expired at 2026-06-30T12:00:00Z");
    }

    private static Instant before(Duration ahead) {
        return END.minus(ahead);
    }

    private static Optional<Warning> due(Instant now, @Nullable Warning given) {
        return Expiry.due(END, now, Optional.ofNullable(given));
    }
}
