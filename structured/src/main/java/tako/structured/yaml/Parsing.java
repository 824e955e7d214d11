package tako.structured.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.CommentToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * What the parser finds in a text.
 *
 * <p>Events come from the parser without comments, and the comments from its scanner alone: with comments, the parser refuses files that
 * are YAML (a comment after an explicit key).
 */
record Parsing(SourceLines lines, List<Event> events, Deque<CommentToken> comments) {
    /** How deep mappings and lists may lie in each other. */
    private static final int MAX_DEPTH = 256;

    /** How many texts with escapes that the parser lacks are mended; each costs another pass. */
    private static final int MOST_MENDED = 16;

    /** Throws {@link YamlRefused}, and nothing else. */
    static Parsing of(String text) {
        String readable = blanksForLeadingTabs(text);
        for (int mended = 0; mended < MOST_MENDED; mended++) {
            try {
                return parsed(readable);
            } catch (MarkedYamlEngineException problem) {
                readable = mended(readable, problem);
            }
        }
        throw new YamlRefused(
                "Texts with the escapes \\L or \\P are taken up to " + MOST_MENDED + ". Write \\u2028 or \\u2029.",
                1,
                1);
    }

    /** Tabs that indent the first line of content are taken for blanks, as other parsers do; everywhere else they are an error. */
    private static String blanksForLeadingTabs(String text) {
        int content = text.length() - text.stripLeading().length();
        return text.substring(0, content).replace('\t', ' ') + text.substring(content);
    }

    private static Parsing parsed(String text) {
        var lines = new SourceLines(text);
        try {
            return new Parsing(lines, events(text, lines), comments(text));
        } catch (ReaderException character) {
            throw lines.refusedAtCodePoint(
                    "The character U+%04X cannot stand in YAML. Remove it, or write it as an escape in double quotes."
                            .formatted(character.getCodePoint()),
                    character.getPosition());
        } catch (MarkedYamlEngineException problem) {
            throw problem;
        } catch (YamlVersionException _) {
            throw new YamlRefused(
                    "The %YAML line asks for a version of YAML that does not exist. Remove that line.", 1, 1);
        } catch (YamlEngineException | IllegalArgumentException _) {
            // The parser takes \U in quotes for a character before it looks whether there is such a one.
            throw new YamlRefused("This is no YAML. Look at the escapes in double quotes.", 1, 1);
        }
    }

    private static List<Event> events(String text, SourceLines lines) {
        var events = new ArrayList<Event>();
        int depth = 0;
        for (Event event : new Parse(settings(false)).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > MAX_DEPTH) {
                throw lines.refused(
                        "Mappings and lists lie more than " + MAX_DEPTH + " deep in each other, which is the most that is taken.",
                        event.getStartMark().orElseThrow());
            }
            events.add(event);
        }
        return events;
    }

    private static Deque<CommentToken> comments(String text) {
        LoadSettings settings = settings(true);
        Iterator<Token> tokens = new ScannerImpl(settings, new StreamReader(settings, text));
        var comments = new ArrayDeque<CommentToken>();
        tokens.forEachRemaining(token -> {
            if (token instanceof CommentToken comment && comment.getCommentType() != CommentType.BLANK_LINE) {
                comments.add(comment);
            }
        });
        return comments;
    }

    private static LoadSettings settings(boolean comments) {
        return LoadSettings.builder()
                .setParseComments(comments)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
    }

    private static String mended(String text, MarkedYamlEngineException problem) {
        return problem.getProblemMark()
                .flatMap(mark -> SeparatorEscapes.byNumber(text, text.offsetByCodePoints(0, mark.getIndex())))
                .orElseThrow(() -> refused(new SourceLines(text), problem));
    }

    private static YamlRefused refused(SourceLines lines, MarkedYamlEngineException problem) {
        String within = Optional.ofNullable(problem.getContext())
                .flatMap(context -> problem.getContextMark()
                        .map(mark -> ", " + context + " that begins in line " + (mark.getLine() + 1)))
                .orElse("");
        String reason = "This is no YAML: " + problem.getProblem() + within + ".";
        return problem.getProblemMark()
                .map(mark -> lines.refused(reason, mark))
                .orElseGet(() -> new YamlRefused(reason, 1, 1));
    }
}
