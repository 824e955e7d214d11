package tako.steps.kubernetes.manifest;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** A text that should be YAML. JSON is YAML too. */
record YamlText(String content) {
    private static final String MARK = "\uFEFF";

    /** Without the byte order mark that some editors write. */
    static YamlText of(String text) {
        return new YamlText(text.startsWith(MARK) ? text.substring(MARK.length()) : text);
    }

    /** Its documents that hold something. Throws {@link YamlRefused}, and nothing else. */
    List<YamlDocument> documents(Bounds bounds) {
        checkLength(bounds);
        var reader = new YamlReader(bounds);
        try {
            for (Event event : parser(bounds).parseString(content)) {
                reader.take(event);
            }
        } catch (ReaderException character) {
            throw strange(character, reader);
        } catch (YamlVersionException version) {
            throw new YamlRefused(
                    reader.place(0, 0),
                    "its %YAML line asks for a version of YAML that does not exist. Remove that line.");
        } catch (MarkedYamlEngineException problem) {
            throw broken(problem, reader);
        } catch (YamlEngineException | IllegalArgumentException _) {
            // The parser takes \U in quotes for a character before it looks whether there is such a one.
            throw new YamlRefused(
                    reader.last(), "what follows cannot be read as YAML. Look at the escapes in double quotes there.");
        }
        return reader.documents();
    }

    private static Parse parser(Bounds bounds) {
        return new Parse(LoadSettings.builder()
                .setCodePointLimit(Math.max(bounds.codePoints(), 1))
                .build());
    }

    private void checkLength(Bounds bounds) {
        int length = content.codePointCount(0, content.length());
        if (length > bounds.codePoints()) {
            throw new YamlRefused(
                    new Place(1, 1, 1),
                    "the text has " + length + " characters, and at most " + bounds.codePoints()
                            + " are taken. Split it.");
        }
    }

    private YamlRefused strange(ReaderException character, YamlReader reader) {
        int end = content.offsetByCodePoints(
                0, Math.clamp(character.getPosition(), 0, content.codePointCount(0, content.length())));
        String before = content.substring(0, end);
        int line = (int) before.chars().filter(unit -> unit == '\n').count();
        return new YamlRefused(
                reader.place(line, end - before.lastIndexOf('\n') - 1),
                "the character U+%04X cannot stand in YAML. Remove it, or write it as an escape in double quotes."
                        .formatted(character.getCodePoint()));
    }

    private static YamlRefused broken(MarkedYamlEngineException problem, YamlReader reader) {
        Place place = problem.getProblemMark()
                .map(mark -> reader.place(mark.getLine(), mark.getColumn()))
                .orElse(reader.last());
        String within = problem.getContextMark()
                .map(mark -> ", " + problem.getContext() + " that begins in line " + (mark.getLine() + 1))
                .orElse("");
        return new YamlRefused(place, "this is no YAML: " + problem.getProblem() + within + ".");
    }
}
