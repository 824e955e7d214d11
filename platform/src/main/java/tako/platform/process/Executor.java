package tako.platform.process;

import java.nio.file.Path;
import java.util.Optional;

/** A place where commands run: this machine now; a Kubernetes Job, SSH or an agent later. */
public interface Executor {
    /**
     * Starts a command and returns at once.
     *
     * @param key names this execution for ever (work item and attempt)
     * @param output is told of each line, in order, from one thread per stream
     */
    Execution start(String key, Command command, Output output);

    /** Finds an execution that outlived the caller; empty where executions end with the server. */
    Optional<Execution> attach(String key, long offset, Output output);

    /** One running command. */
    interface Execution {
        /**
         * Waits for its end. Interrupting the waiting thread leaves the command running; follow with {@link #cancel}.
         */
        Exit await() throws InterruptedException;

        /** Ends it and everything it started; returns when nothing is left. */
        void cancel();

        /** Where it runs; files it wrote are here until {@link #close}. */
        Path workingFolder();

        /** Removes the working folder. */
        void close();
    }

    /** How a command ended. */
    sealed interface Exit {
        /** By itself, with a code. */
        record Code(int value) implements Exit {}

        /** It ran longer than its limit and was ended. */
        record TimedOut() implements Exit {}

        /** It was cancelled. */
        record Cancelled() implements Exit {}

        /** It could not be started; the reason is a sentence for people. */
        record NotStarted(String reason) implements Exit {}
    }

    /** Receives output. */
    interface Output {
        /** A line without its line end; an unfinished line comes at the end of the stream. */
        void line(Stream stream, String text);

        /** A part of a line that is too long to come at once; the rest follows as a part or a line. */
        default void part(Stream stream, String text) {
            line(stream, text);
        }

        /** Which stream. */
        enum Stream {
            OUT,
            ERR
        }
    }
}
