package tako.structured.file;

import tako.structured.Rewriting.Unreadable;

/** A format that a file does not have, and where that shows. */
public record Misfit(ConfigurationFormat format, Unreadable reason) {

    /** A sentence for people, with the place. */
    public String message() {
        return "line " + reason.line() + ", column " + reason.column() + ": " + reason.message();
    }
}
