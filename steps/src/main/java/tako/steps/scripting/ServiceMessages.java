package tako.steps.scripting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.log.Level;
import tako.platform.process.Executor.Output.Stream;
import tako.steps.scripting.OutputPiece.Malformed;
import tako.steps.scripting.OutputPiece.Message;
import tako.steps.scripting.OutputPiece.Text;
import tako.steps.scripting.OutputPiece.TooLong;

/**
 * Finds the service messages in a line: {@code ##octopus[name key='base64' …]}. A line may hold several, and text around
 * them. Never throws, whatever the line holds; its time is proportional to the line.
 */
final class ServiceMessages {
    /** How every message begins. */
    static final String START = "##octopus[";

    /** Longer messages are not read. In characters. */
    static final int LONGEST = 1 << 20;

    /** Messages that only say at which level a stream goes on. */
    private static final Map<String, ServiceMessage> SWITCHES = Map.ofEntries(
            to("stdout-default", Stream.OUT, Level.INFO),
            to("stdout-verbose", Stream.OUT, Level.VERBOSE),
            to("stdout-highlight", Stream.OUT, Level.HIGHLIGHT),
            to("stdout-wait", Stream.OUT, Level.WAIT),
            to("stdout-warning", Stream.OUT, Level.WARNING),
            to("stdout-error", Stream.OUT, Level.ERROR),
            to("stderr-default", Stream.ERR, Level.ERROR),
            to("stderr-error", Stream.ERR, Level.ERROR),
            to("stderr-progress", Stream.ERR, Level.VERBOSE),
            Map.entry("stdout-ignore", new ServiceMessage.SwitchLevel(Stream.OUT, Optional.empty())),
            Map.entry("stderr-ignore", new ServiceMessage.SwitchLevel(Stream.ERR, Optional.empty())));

    private ServiceMessages() {}

    private static Map.Entry<String, ServiceMessage> to(String name, Stream stream, Level level) {
        return Map.entry(name, new ServiceMessage.SwitchLevel(stream, Optional.of(level)));
    }

    /** The pieces of a line, in order. A line without messages is one text; blanks around messages are no text. */
    static List<OutputPiece> pieces(String line) {
        int start = line.indexOf(START);
        if (start < 0) {
            return List.of(new Text(line));
        }
        var pieces = new ArrayList<OutputPiece>();
        int from = 0;
        while (start >= 0) {
            addText(pieces, line.substring(from, start));
            int end = line.indexOf(']', start);
            if (end < 0) {
                pieces.add(unclosed(line.substring(start)));
                return pieces;
            }
            pieces.add(message(line.substring(start, end + 1)));
            from = end + 1;
            start = line.indexOf(START, from);
        }
        addText(pieces, line.substring(from));
        return pieces;
    }

    /**
     * Where a message begins, or may begin, that ends in what follows a part of a line; the part's end if there is none.
     */
    static int unfinished(String part) {
        int from = 0;
        for (int start = part.indexOf(START); start >= 0; start = part.indexOf(START, from)) {
            from = part.indexOf(']', start) + 1;
            if (from == 0) {
                return start;
            }
        }
        int start = Math.max(from, part.length() - START.length() + 1);
        while (!START.startsWith(part.substring(start))) {
            start++;
        }
        return start;
    }

    private static OutputPiece unclosed(String rest) {
        return rest.length() > LONGEST ? new TooLong() : new Malformed(rest, "has no closing bracket");
    }

    private static void addText(List<OutputPiece> pieces, String text) {
        if (!text.isBlank()) {
            pieces.add(new Text(text));
        }
    }

    private static OutputPiece message(String whole) {
        if (whole.length() > LONGEST) {
            return new TooLong();
        }
        try {
            return new Message(meaning(MessageText.read(whole.substring(START.length(), whole.length() - 1))));
        } catch (MalformedMessage e) {
            return new Malformed(whole, e.problem());
        }
    }

    private static ServiceMessage meaning(MessageText.Named message) throws MalformedMessage {
        return switch (message.name()) {
            case "setVariable" ->
                new ServiceMessage.SetVariable(
                        named(message), message.required("value"), isTrue(message.optional("sensitive")));
            case "createArtifact" ->
                new ServiceMessage.CreateArtifact(message.required("path"), message.optional("name"));
            case "progress" ->
                new ServiceMessage.Progress(percentage(message.required("percentage")), message.optional("message"));
            case "resultMessage" -> new ServiceMessage.ResultMessage(message.required("message"));
            case "mask" -> new ServiceMessage.Mask(message.required("value"));
            default -> SWITCHES.getOrDefault(message.name(), new ServiceMessage.Unknown(message.name()));
        };
    }

    private static String named(MessageText.Named message) throws MalformedMessage {
        var name = message.required("name");
        if (name.isBlank()) {
            throw new MalformedMessage("has an empty name");
        }
        return name;
    }

    private static boolean isTrue(String text) {
        return text.strip().equalsIgnoreCase("true");
    }

    private static int percentage(String text) throws MalformedMessage {
        try {
            return Math.clamp(Integer.parseInt(text.strip()), 0, 100);
        } catch (NumberFormatException e) {
            throw new MalformedMessage("has a percentage that is not a whole number");
        }
    }
}
