package tako.testbed;

import java.time.Duration;
import java.util.Optional;

/** The fault that a proxy has at the moment; its connections wait here. */
final class FaultSwitch {
    private Fault fault = new Fault.None();

    synchronized void set(Fault next) {
        fault = next;
        notifyAll();
    }

    synchronized void awaitEndOfSilence() throws InterruptedException {
        while (fault instanceof Fault.Silence) {
            wait();
        }
    }

    /** Waits as long as the fault is to be slow, or until it is another. */
    synchronized void delay() throws InterruptedException {
        if (fault instanceof Fault.Slow slow) {
            long end = System.nanoTime() + slow.latency().toNanos();
            for (long left = slow.latency().toNanos(); left > 0 && fault.equals(slow); left = end - System.nanoTime()) {
                wait(Duration.ofNanos(left).toMillis() + 1);
            }
        }
    }

    /** How many of the bytes that come now may pass, after so many on the same connection. */
    synchronized long allowed(long passed, long coming) {
        return fault instanceof Fault.CloseAfter(long bytes) ? Math.clamp(bytes - passed, 0, coming) : coming;
    }

    /** The answer to give to the request that came now, counted. */
    synchronized Optional<Fault.Answer> takeAnswer() {
        if (!(fault instanceof Fault.Answer answer)) {
            return Optional.empty();
        }
        int left = answer.requests() - 1;
        fault = left > 0 ? new Fault.Answer(left, answer.status(), answer.headers()) : new Fault.None();
        return Optional.of(answer);
    }
}
