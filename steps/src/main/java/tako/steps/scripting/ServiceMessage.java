package tako.steps.scripting;

import java.util.Optional;
import tako.platform.log.Level;
import tako.platform.process.Executor.Output.Stream;

/** What a script tells the server through its output. */
sealed interface ServiceMessage {
    /** An output variable. */
    record SetVariable(String name, String value, boolean sensitive) implements ServiceMessage {
        /** Without the value, which may be a secret. */
        @Override
        public String toString() {
            return "SetVariable[" + name + "]";
        }
    }

    /**
     * A file to keep when the script has ended.
     *
     * @param path as the script sees it; relative ones start from the working folder
     * @param name how the artifact is called, "" for the file's own name
     */
    record CreateArtifact(String path, String name) implements ServiceMessage {}

    /**
     * How far it is.
     *
     * @param percentage 0 to 100
     */
    record Progress(int percentage, String message) implements ServiceMessage {}

    /** Why it failed, should it fail. */
    record ResultMessage(String message) implements ServiceMessage {}

    /** A value to mask from now on. */
    record Mask(String value) implements ServiceMessage {
        /** Without the value, which is a secret. */
        @Override
        public String toString() {
            return "Mask[]";
        }
    }

    /**
     * The level of the lines that follow.
     *
     * @param level empty when the lines are to be dropped
     */
    record SwitchLevel(Stream stream, Optional<Level> level) implements ServiceMessage {}

    /** One that means nothing here; such messages are ignored. */
    record Unknown(String name) implements ServiceMessage {}
}
