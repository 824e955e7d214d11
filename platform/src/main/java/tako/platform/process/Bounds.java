package tako.platform.process;

import java.time.Duration;

/**
 * How long the parts of an execution's end may take.
 *
 * @param beat how often the server tells a running command that it is alive
 * @param silence after how long without a beat a command ends itself; several beats, and no longer than the server
 *     may go on without being able to raise its own lease
 * @param grace how long a command may clean up between SIGTERM and SIGKILL
 * @param drain how long output is still awaited after the end when something that escaped holds the stream open
 */
public record Bounds(Duration beat, Duration silence, Duration grace, Duration drain) {
    /** Beat 2 s, silence 7 s (the lease's own bound), grace 1 s (a cancel is to end within 2 s, its log and its rows included), drain 1 s. */
    public static final Bounds STANDARD =
            new Bounds(Duration.ofSeconds(2), Duration.ofSeconds(7), Duration.ofSeconds(1), Duration.ofSeconds(1));

    public Bounds {
        if (silence.compareTo(beat.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("The silence bound must span at least two beats.");
        }
    }
}
