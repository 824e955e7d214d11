package tako.steps.kubernetes.manifest;

/**
 * A place in a text of several documents, each number from 1.
 *
 * @param document the document, empty ones counted
 */
record Place(int document, int line, int column) {
    /** The beginning of a sentence. */
    String inWords() {
        return "Document " + document + ", line " + line + ", column " + column + ": ";
    }
}
