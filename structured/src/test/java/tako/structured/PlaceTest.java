package tako.structured;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void lines_end_with_a_line_feed_a_carriage_return_or_both() {
        assertThat(Place.of("a\nb", 2)).isEqualTo(new Place(2, 1));
        assertThat(Place.of("a\rb", 2)).isEqualTo(new Place(2, 1));
        assertThat(Place.of("a\r\nbc", 4)).isEqualTo(new Place(2, 2));
    }

    @Test
    void the_place_of_what_is_missing_is_the_end() {
        assertThat(Place.of("", 0)).isEqualTo(new Place(1, 1));
        assertThat(Place.of("ab", 7)).isEqualTo(new Place(1, 3));
    }
}
