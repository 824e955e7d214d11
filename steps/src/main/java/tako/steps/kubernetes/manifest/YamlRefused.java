package tako.steps.kubernetes.manifest;

/** A text is no YAML, or more of it than is taken. */
final class YamlRefused extends RuntimeException {
    private final String sentence;

    YamlRefused(Place place, String problem) {
        super(problem, null, false, false);
        this.sentence = place.inWords() + problem;
    }

    /** Where, what, and what to do. */
    String sentence() {
        return sentence;
    }
}
