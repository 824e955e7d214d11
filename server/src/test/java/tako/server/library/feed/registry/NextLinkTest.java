package tako.server.library.feed.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextLinkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</v2/a?last=b&n=2>; rel=\"next\"",
                "</v2/a?last=b&n=2>;rel=next",
                "< /v2/a?last=b&n=2 > ; title=\"a, b; c\" ; REL = \"prev NEXT\"",
                "</first>; rel=\"first\", </v2/a?last=b&n=2>; rel=\"next\""
            })
    void findsTheNextPage(String header) {
        assertThat(NextLink.of(List.of("</x>; rel=\"prev\"", header))).contains("/v2/a?last=b&n=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "next", "</v2/a>", "</v2/a>; rel=\"prev\"", "</v2/a; rel=\"next\"", "</a>; x=\"rel=next\""})
    void anythingElseIsTheLastPage(String header) {
        assertThat(NextLink.of(List.of(header))).isEmpty();
    }

    @Test
    void noHeaderIsTheLastPage() {
        assertThat(NextLink.of(List.of())).isEmpty();
    }
}
