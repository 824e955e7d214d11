package tako.steps.scripting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.log.Level;
import tako.platform.process.Executor.Output;
import tako.server.delivery.step.RunContext;
import tako.server.delivery.step.StepStream;

/**
 * Carries out what a script says: text goes to the log at the level of its stream, service messages take effect. Both
 * streams may speak at once.
 */
final class ScriptOutput implements Output {
    private final RunContext context;
    private final Map<Stream, Optional<Level>> levels =
            new EnumMap<>(Map.of(Stream.OUT, Optional.of(Level.INFO), Stream.ERR, Optional.of(Level.ERROR)));
    private final StepStream out;
    private final StepStream err;
    private final LineParts outParts = new LineParts();
    private final LineParts errParts = new LineParts();
    private final List<ServiceMessage.CreateArtifact> artifacts = new ArrayList<>();
    private Optional<String> result = Optional.empty();
    private boolean errors;

    ScriptOutput(RunContext context) {
        this.context = context;
        this.out = context.log().stream();
        this.err = context.log().stream();
    }

    @Override
    public synchronized void line(Stream stream, String text) {
        take(stream, parts(stream).line(text));
    }

    @Override
    public synchronized void part(Stream stream, String text) {
        List<OutputPiece> pieces = parts(stream).part(text);
        int last = pieces.size() - 1;
        if (last >= 0
                && pieces.get(last) instanceof OutputPiece.Text(String words)
                && !parts(stream).isInMessage()) {
            take(stream, pieces.subList(0, last));
            level(stream).ifPresent(level -> log(stream).part(level, words));
        } else {
            take(stream, pieces);
        }
    }

    /** Both streams have ended. */
    synchronized void end() {
        take(Stream.OUT, outParts.end());
        take(Stream.ERR, errParts.end());
        out.end();
        err.end();
    }

    private LineParts parts(Stream stream) {
        return switch (stream) {
            case OUT -> outParts;
            case ERR -> errParts;
        };
    }

    private StepStream log(Stream stream) {
        return switch (stream) {
            case OUT -> out;
            case ERR -> err;
        };
    }

    private void take(Stream stream, List<OutputPiece> pieces) {
        for (OutputPiece piece : pieces) {
            switch (piece) {
                case OutputPiece.Text(String words) -> write(stream, words);
                case OutputPiece.Message(ServiceMessage message) -> apply(message);
                case OutputPiece.Malformed(String words, String problem) -> {
                    write(stream, words);
                    context.log().warning("The service message above " + problem + ", so it was taken as text.");
                }
                case OutputPiece.TooLong _ ->
                    context.log()
                            .warning("A service message is longer than 1 MiB (" + ServiceMessages.LONGEST
                                    + " characters), so it was not read and is not shown."
                                    + " Write what is so long to a file and keep that as an artifact.");
            }
        }
    }

    private void write(Stream stream, String text) {
        level(stream).ifPresent(level -> log(stream).line(level, text));
    }

    /** At which level a stream is shown now; empty when it is not. */
    private Optional<Level> level(Stream stream) {
        Optional<Level> level = levels.getOrDefault(stream, Optional.empty());
        errors |= stream == Stream.ERR && level.equals(Optional.of(Level.ERROR));
        return level;
    }

    private void apply(ServiceMessage message) {
        switch (message) {
            case ServiceMessage.SetVariable(String name, String value, boolean sensitive) ->
                context.setOutput(name, value, sensitive);
            case ServiceMessage.CreateArtifact artifact -> artifacts.add(artifact);
            case ServiceMessage.Progress(int percentage, String words) ->
                context.log().progress(percentage, words);
            case ServiceMessage.ResultMessage(String words) -> result = Optional.of(words);
            case ServiceMessage.Mask(String value) -> context.mask(value);
            case ServiceMessage.SwitchLevel(Stream stream, Optional<Level> level) -> levels.put(stream, level);
            case ServiceMessage.Unknown _ -> {
                // Clients of other servers send messages of their own; these are not for us.
            }
        }
    }

    /** The files to keep, in the order in which they were announced. */
    synchronized List<ServiceMessage.CreateArtifact> artifacts() {
        return List.copyOf(artifacts);
    }

    /** What the script itself says about its failure. */
    synchronized Optional<String> result() {
        return result.filter(words -> !words.isBlank());
    }

    /** Whether something was logged as an error from the error stream. */
    synchronized boolean hasErrors() {
        return errors;
    }
}
