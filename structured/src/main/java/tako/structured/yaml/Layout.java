package tako.structured.yaml;

/**
 * What a file's layout depends on.
 *
 * @param step how many columns a block collection is indented by, 2 to 9
 */
record Layout(int step, ScalarRules rules) {

    /** A column further in than another; a document's own is -1. */
    int within(int indent) {
        return indent < 0 ? step : indent + step;
    }

    /** Where the entries of a block collection begin within what is indented so; at a document's root in the first column. */
    int entriesWithin(int indent) {
        return indent < 0 ? 0 : indent + step;
    }
}
