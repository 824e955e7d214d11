package tako.server.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SlugTest {
    @Test
    void ofAPlainNameIsItsWordsJoinedByDashes() {
        assertThat(Slug.of("Random Quotes")).isEqualTo("random-quotes");
        assertThat(Slug.of("  Web (v2)! ")).isEqualTo("web-v2");
        assertThat(Slug.of("Crème brûlée")).isEqualTo("creme-brulee");
        assertThat(Slug.of("Ａｐｐ")).isEqualTo("app");
        assertThat(Slug.of("***")).isEqualTo("item");
    }

    @Test
    void thatIsTakenGetsTheNextFreeNumber() {
        assertThat(Slug.free("web", Set.of()::contains)).isEqualTo("web");
        assertThat(Slug.free("web", Set.of("web", "web-1")::contains)).isEqualTo("web-2");
    }
}
