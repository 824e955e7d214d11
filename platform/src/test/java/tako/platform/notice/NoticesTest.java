package tako.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.platform.task.ManualClock;

class NoticesTest {
    private final ManualClock clock = new ManualClock();
    private final Notices notices = new Notices(clock, new SplittableRandom(1));

    private static Notice notice(int number) {
        return Notice.of("Environment", "Environments-" + number, "Spaces-1", 1);
    }

    private Subscription begin() {
        return notices.subscribe("", notice -> true);
    }

    private static List<Heard> heard(Subscription subscription) {
        var all = new ArrayList<Heard>();
        Optional<Heard> next = next(subscription);
        while (next.isPresent()) {
            all.add(next.get());
            next = next(subscription);
        }
        return all;
    }

    private static Optional<Heard> next(Subscription subscription) {
        try {
            return subscription.next(Duration.ZERO);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static List<String> changed(List<Heard> heard) {
        return heard.stream()
                .map(each -> switch (each) {
                    case Heard.Ready ignored -> "ready";
                    case Heard.Resync ignored -> "resync";
                    case Heard.Changed change ->
                        change.notice().id() + ":" + change.notice().revision();
                })
                .toList();
    }

    @Test
    void what_is_published_is_heard_in_order_by_all() {
        Subscription one = begin();
        Subscription other = begin();

        notices.publish(notice(1));
        notices.publish(notice(2));

        assertThat(changed(heard(one))).containsExactly("ready", "Environments-1:1", "Environments-2:1");
        assertThat(changed(heard(other))).containsExactly("ready", "Environments-1:1", "Environments-2:1");
    }

    @Test
    void what_was_published_before_is_not_heard() {
        notices.publish(notice(1));

        assertThat(changed(heard(begin()))).containsExactly("ready");
    }

    @Test
    void what_the_filter_refuses_is_not_heard() {
        Subscription subscription = notices.subscribe("", notice -> notice.id().equals("Environments-2"));

        notices.publish(notice(1));
        notices.publish(notice(2));

        assertThat(changed(heard(subscription))).containsExactly("ready", "Environments-2:1");
    }

    @Test
    void of_several_notices_about_one_thing_the_last_is_heard() {
        Subscription subscription = begin();

        notices.publish(Notice.of("Log", "ServerTasks-1", "Spaces-1", 10));
        notices.publish(notice(1));
        notices.publish(Notice.of("Log", "ServerTasks-1", "Spaces-1", 20));

        assertThat(changed(heard(subscription))).containsExactly("ready", "Environments-1:1", "ServerTasks-1:20");
    }

    @Test
    void who_comes_back_hears_what_was_missed() {
        Subscription before = begin();
        notices.publish(notice(1));
        String last = heard(before).getLast().id();
        before.close();
        notices.publish(notice(2));

        Subscription after = notices.subscribe(last, notice -> true);
        notices.publish(notice(3));

        assertThat(changed(heard(after))).containsExactly("ready", "Environments-2:1", "Environments-3:1");
    }

    @Test
    void who_heard_nothing_yet_can_come_back_too() {
        String ready = heard(begin()).getLast().id();
        notices.publish(notice(1));

        assertThat(changed(heard(notices.subscribe(ready, notice -> true))))
                .containsExactly("ready", "Environments-1:1");
    }

    @Test
    void who_comes_back_too_late_must_resynchronise() {
        String ready = heard(begin()).getLast().id();
        notices.publish(notice(1));
        clock.advance(Recent.KEPT);
        assertThat(changed(heard(notices.subscribe(ready, notice -> true)))).contains("Environments-1:1");

        clock.advance(Duration.ofMillis(1));

        assertThat(changed(heard(notices.subscribe(ready, notice -> true)))).containsExactly("resync");
    }

    @Test
    void the_memory_of_notices_is_bounded() {
        String ready = heard(begin()).getLast().id();
        for (int number = 0; number < Recent.MOST; number++) {
            notices.publish(Notice.of("Log", "ServerTasks-1", "Spaces-1", number));
        }
        assertThat(changed(heard(notices.subscribe(ready, notice -> true)))).startsWith("ready");

        notices.publish(notice(1));

        assertThat(changed(heard(notices.subscribe(ready, notice -> true)))).containsExactly("resync");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0", "x", "-1", "ffffffff-99999999999999999999"})
    void a_position_of_another_run_or_none_must_resynchronise(String position) {
        assertThat(changed(heard(notices.subscribe(position, notice -> true)))).containsExactly("resync");
    }

    @Test
    void a_position_of_the_future_must_resynchronise() {
        String run = heard(begin()).getLast().id().split("-")[0];

        assertThat(changed(heard(notices.subscribe(run + "-7", notice -> true))))
                .containsExactly("resync");
    }

    @Test
    void who_is_slow_gets_one_resync_instead_of_everything() {
        Subscription slow = begin();

        for (int number = 0; number <= Subscription.MOST_WAITING; number++) {
            notices.publish(notice(number));
        }
        notices.publish(notice(5));

        assertThat(changed(heard(slow))).containsExactly("ready", "resync", "Environments-5:1");
    }

    @Test
    void changes_elsewhere_make_all_resynchronise_once() {
        Subscription subscription = begin();
        notices.publish(notice(1));

        notices.missed();
        notices.missed();

        assertThat(changed(heard(subscription))).containsExactly("ready", "resync");
    }

    @Test
    void who_waits_is_woken() throws InterruptedException {
        Subscription subscription = begin();
        subscription.next(Duration.ZERO);
        Thread publisher = Thread.startVirtualThread(() -> notices.publish(notice(1)));

        assertThat(subscription.next(Duration.ofSeconds(30))).isPresent();
        publisher.join();
    }

    @Test
    void who_left_is_forgotten() {
        try (Subscription subscription = begin()) {
            assertThat(notices.watching()).isEqualTo(1);
            assertThat(subscription).isNotNull();
        }

        assertThat(notices.watching()).isZero();
    }
}
