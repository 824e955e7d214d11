package tako.structured.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.CommentToken;

/**
 * The parser, with its exceptions turned into {@link YamlRefused}.
 *
 * <p>Events come from the parser without comments, and the comments from its scanner alone: with comments, the parser refuses files that
 * are YAML (a comment after an explicit key).
 */
final class Parsing {
    private final String text;
    private final SourceLines lines;

    Parsing(String text) {
        this.text = blanksForLeadingTabs(text);
        this.lines = new SourceLines(text);
    }

    SourceLines lines() {
        return lines;
    }

    /** Hands over each event. */
    void events(Consumer<Event> to) {
        guarded(() -> new Parse(settings(false)).parseString(text).forEach(to));
    }

    /** All comments, in order. */
    Deque<CommentToken> comments() {
        var comments = new ArrayDeque<CommentToken>();
        guarded(() -> tokens().forEachRemaining(token -> {
            if (token instanceof CommentToken comment && comment.getCommentType() != CommentType.BLANK_LINE) {
                comments.add(comment);
            }
        }));
        return comments;
    }

    private Iterator<?> tokens() {
        LoadSettings settings = settings(true);
        return new ScannerImpl(settings, new StreamReader(settings, text));
    }

    private static LoadSettings settings(boolean comments) {
        return LoadSettings.builder()
                .setParseComments(comments)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
    }

    /** Tabs that indent the first line of content are taken for blanks, as other parsers do; everywhere else they are an error. */
    private static String blanksForLeadingTabs(String text) {
        var blanks = new StringBuilder(text);
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\t') {
                blanks.setCharAt(i, ' ');
            }
        }
        return blanks.toString();
    }

    private void guarded(Runnable parsing) {
        try {
            parsing.run();
        } catch (ReaderException character) {
            throw lines.refusedAtCodePoint(
                    "The character U+%04X cannot stand in YAML. Remove it, or write it as an escape in double quotes."
                            .formatted(character.getCodePoint()),
                    character.getPosition());
        } catch (YamlVersionException _) {
            throw lines.refusedAtCodePoint(
                    "The %YAML line asks for a version of YAML that does not exist. Remove that line.", 0);
        } catch (MarkedYamlEngineException problem) {
            throw broken(problem);
        } catch (YamlEngineException | IllegalArgumentException _) {
            // The parser takes \U in quotes for a character before it looks whether there is such a one.
            throw lines.refusedAtCodePoint("This is no YAML. Look at the escapes in double quotes.", 0);
        }
    }

    private YamlRefused broken(MarkedYamlEngineException problem) {
        String within = problem.getContextMark()
                .filter(_ -> problem.getContext() != null)
                .map(mark -> ", " + problem.getContext() + " that begins in line " + (mark.getLine() + 1))
                .orElse("");
        String reason = "This is no YAML: " + problem.getProblem() + within + ".";
        return problem.getProblemMark()
                .map(mark -> lines.refused(reason, mark))
                .orElseGet(() -> lines.refusedAtCodePoint(reason, 0));
    }
}
