package tako.e2e.transcript;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The status of a call where it is not what the recording's stub answered.
 *
 * @param calls matches the call's text
 * @param reason why it differs
 */
record ExpectedStatus(Pattern calls, int status, String reason) {
    private static final List<ExpectedStatus> DIFFERENT = List.of(
            new ExpectedStatus(
                    Pattern.compile("^POST /api/\\S+/releases/create/v1"), 201, "that is what a real server answers"),
            new ExpectedStatus(
                    Pattern.compile("^GET /api/spaces/Default$"), 200, "a slug is found in any letter case"));

    /** What a server must answer. */
    static int of(RecordedCall call) {
        return DIFFERENT.stream()
                .filter(entry -> entry.calls.matcher(call.text()).find())
                .map(ExpectedStatus::status)
                .findFirst()
                .orElse(call.status());
    }
}
