package tako.steps.kubernetes.containers;

import java.util.regex.Pattern;

/** What Kubernetes takes for which kind of text, so that a mistake is said before anything is applied. */
enum Format {
    /** RFC 1123. */
    LABEL(
            "a name of at most 63 small letters, digits and '-', with a letter or digit at both ends",
            63,
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?"),
    /** RFC 1123. */
    SUBDOMAIN(
            "a name of at most 253 small letters, digits, '-' and '.', with a letter or digit at both ends",
            253,
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"),
    /** RFC 1035. */
    SERVICE(
            "a name of at most 63 small letters, digits and '-' that begins with a letter",
            63,
            "[a-z]([-a-z0-9]*[a-z0-9])?"),
    PORT_NAME(
            "a name of at most 15 small letters, digits and '-' with at least one letter",
            15,
            "(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?"),
    HOST(
            "a host name such as shop.example.org or *.example.org",
            253,
            "(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"),
    LABEL_KEY(
            "the key of a label: a name of at most 63 letters, digits, '-', '_' and '.', after a domain and '/' if you like",
            317,
            "([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?"),
    LABEL_VALUE(
            "the value of a label: at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends",
            63,
            "([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?"),
    DATA_KEY("a name of at most 253 letters, digits, '-', '_' and '.'", 253, "[-._a-zA-Z0-9]+"),
    ENVIRONMENT_VARIABLE("a name without '=' and control characters", 4096, "[\\x20-\\x3c\\x3e-\\x7e]+"),
    QUANTITY(
            "a quantity such as 500m, 2 or 256Mi",
            64,
            "[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?"),
    PERCENTAGE("a number or a percentage such as 25%", 12, "[0-9]{1,9}%"),
    REPOSITORY(
            "the name of an image in small letters, such as acme/web",
            255,
            "[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*(/[a-z0-9]+(([._]|__|-+)[a-z0-9]+)*)*"),
    TAG("the tag of an image: at most 128 letters, digits, '-', '_' and '.'", 128, "[A-Za-z0-9_][A-Za-z0-9_.-]*"),
    DIGEST("the digest of an image", 200, "sha256:[0-9a-f]{64}"),
    /** Anything that stays in one line. */
    LINE("a text of one line", 65_536, "[^\\r\\n\\x00]+");

    private final String expected;
    private final int longest;
    private final Pattern pattern;

    Format(String expected, int longest, String pattern) {
        this.expected = expected;
        this.longest = longest;
        this.pattern = Pattern.compile(pattern);
    }

    boolean accepts(String text) {
        return text.length() <= longest && pattern.matcher(text).matches();
    }

    /** What it accepts, for people. */
    String expected() {
        return expected;
    }
}
