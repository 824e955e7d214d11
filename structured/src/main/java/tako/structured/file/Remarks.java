package tako.structured.file;

import static tako.structured.file.Remark.Level.ERROR;
import static tako.structured.file.Remark.Level.INFO;
import static tako.structured.file.Remark.Level.VERBOSE;
import static tako.structured.file.Remark.Level.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a log says about a rewritten file, in the words that readers of Octopus Deploy's logs know. */
public final class Remarks {
    private Remarks() {}

    /**
     * The lines, in order.
     *
     * @param file its name, as readers know it
     */
    public static List<Remark> of(String file, FileRewriting rewriting) {
        return switch (rewriting) {
            case FileRewriting.Done done ->
                Stream.concat(misfits(file, done.misfits()), done(file, done)).toList();
            case FileRewriting.Failed failed -> failed(file, failed.misfits());
        };
    }

    private static Stream<Remark> done(String file, FileRewriting.Done done) {
        var remarks = new ArrayList<Remark>();
        for (String name : done.used()) {
            remarks.add(new Remark(
                    VERBOSE,
                    "Structure found matching the variable '%s'. Replacing its content with the variable value."
                            .formatted(name)));
        }
        if (done.used().isEmpty()) {
            remarks.add(new Remark(
                    INFO,
                    "No structures have been found that match variable names, so no structured variable replacements have"
                            + " been applied."));
        }
        done.file().warnings().forEach(each -> remarks.add(new Remark(WARNING, each)));
        remarks.add(new Remark(
                VERBOSE,
                "Structured variable replacement succeeded on file %s with format %s"
                        .formatted(file, done.format().title())));
        return remarks.stream();
    }

    private static List<Remark> failed(String file, List<Misfit> misfits) {
        Misfit last = misfits.getLast();
        Remark error = new Remark(
                ERROR,
                "Structured variable replacement failed on file %s. The file could not be parsed as %s: %s See verbose logs for more details."
                        .formatted(file, last.format().title(), last.message()));
        return Stream.concat(misfits(file, misfits.subList(0, misfits.size() - 1)), Stream.of(error))
                .toList();
    }

    private static Stream<Remark> misfits(String file, List<Misfit> misfits) {
        return misfits.stream()
                .map(each -> new Remark(
                        VERBOSE,
                        "The file at %s couldn't be parsed as %s: %s"
                                .formatted(file, each.format().title(), each.message())));
    }
}
