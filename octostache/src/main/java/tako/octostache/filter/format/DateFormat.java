package tako.octostache.filter.format;

import java.util.Optional;

/**
 * Dates in .NET's formats: one letter for a standard one, or a pattern such as {@code dd-MMM-yyyy HH:mm}. The result is empty where .NET complains
 * of the format.
 */
public final class DateFormat {
    private static final String ROUND_TRIP = "yyyy-MM-ddTHH:mm:ss.fffffffK";
    private static final String RFC_1123 = "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
    private static final String SORTABLE = "yyyy-MM-ddTHH:mm:ss";
    private static final String UNIVERSAL = "yyyy-MM-dd HH:mm:ssZ";
    private static final String SHORT_DATE = "MM/dd/yyyy";
    private static final String LONG_DATE = "dddd, dd MMMM yyyy";
    private static final String SHORT_TIME = "HH:mm";
    private static final String LONG_TIME = "HH:mm:ss";

    private DateFormat() {}

    public static Optional<String> format(Moment moment, String format) {
        return switch (format.length()) {
            case 0 -> custom(moment, withoutFormat(moment));
            case 1 -> standard(moment, format.charAt(0));
            default -> custom(moment, format);
        };
    }

    private static String withoutFormat(Moment moment) {
        String general = SHORT_DATE + " " + LONG_TIME;
        return moment.kind() == Moment.Kind.OFFSET ? general + " zzz" : general;
    }

    private static Optional<String> standard(Moment moment, char letter) {
        boolean withOffset = moment.kind() == Moment.Kind.OFFSET;
        return switch (letter) {
            case 'd' -> custom(moment, SHORT_DATE);
            case 'D' -> custom(moment, LONG_DATE);
            case 'f' -> custom(moment, LONG_DATE + " " + SHORT_TIME);
            case 'F' -> custom(moment, LONG_DATE + " " + LONG_TIME);
            case 'g' -> custom(moment, SHORT_DATE + " " + SHORT_TIME);
            case 'G' -> custom(moment, SHORT_DATE + " " + LONG_TIME);
            case 'm', 'M' -> custom(moment, "MMMM dd");
            case 'o', 'O' -> custom(moment, ROUND_TRIP);
            case 'r', 'R' -> custom(withOffset ? moment.inUtc() : moment, RFC_1123);
            case 's' -> custom(moment, SORTABLE);
            case 't' -> custom(moment, SHORT_TIME);
            case 'T' -> custom(moment, LONG_TIME);
            case 'u' -> custom(withOffset ? moment.inUtc() : moment, UNIVERSAL);
            case 'U' -> withOffset ? Optional.empty() : custom(moment.inUtc(), LONG_DATE + " " + LONG_TIME);
            case 'y', 'Y' -> custom(moment, "yyyy MMMM");
            default -> Optional.empty();
        };
    }

    private static Optional<String> custom(Moment moment, String pattern) {
        return Moment.isInRange(moment.time()) ? new CustomDate(moment, pattern).write() : Optional.empty();
    }
}
