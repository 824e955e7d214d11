package tako.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.database.FreshDatabase;
import tako.platform.task.FaultyDatabase;

abstract class DatabaseLogStoreContract extends LogStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = fresh();

    abstract FreshDatabase fresh();

    @Override
    LogStore open() {
        return new DatabaseLogStore(fresh.database(), clock);
    }

    @Test
    void a_log_of_several_pages_is_read_whole_and_searched() {
        write(1, IntStream.rangeClosed(1, 5000).mapToObj(i -> "line " + i).toArray(String[]::new));

        assertNumberedWithoutGaps();
        assertThat(everything()).hasSize(5000);
        assertThat(store().search(LOG, "LINE 499", LineQuery.tail(2)))
                .isEqualTo(new LogMatches(List.of(4998L, 4999L), 11));
        store().remove(LOG);
        assertThat(everything()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_line_is_stored_once_although_the_database_went_away(FaultyDatabase.Fault fault) {
        FaultyDatabase faulty = new FaultyDatabase(fresh.database());
        try (DatabaseLogStore store = new DatabaseLogStore(faulty, clock);
                LogWriter writer = store.writer(LOG, 1)) {
            writer.open("root", "", "Deploy");
            writer.flush();
            faulty.goAwayAtWrite(1, fault);
            writer.line("root", Level.INFO, "one");
            assertThatThrownBy(writer::flush).isInstanceOf(DatabaseUnavailable.class);
            writer.line("root", Level.INFO, "two");
            assertThatThrownBy(writer::flush).isInstanceOf(DatabaseUnavailable.class);

            faulty.comeBack();
            writer.line("root", Level.INFO, "three");
            writer.flush();
        }

        List<String> texts = new ArrayList<>();
        everything().forEach(line -> texts.add(line.text()));
        assertThat(texts).containsExactly("one", "two", "three");
        assertNumberedWithoutGaps();
    }
}
