package tako.e2e.transcript;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Calls that are not replayed, and why. The list shrinks as the server grows; an entry that leaves nothing out fails a test.
 *
 * @param calls matches the call's text: method, path, body
 */
record LeftOut(Pattern calls, String reason) {
    private static final String LATER = ": this resource comes later";

    /** All of them. */
    static final List<LeftOut> ALL = List.of(
            of("/tenants", "tenants" + LATER),
            of("/deployments/create/tenanted/", "tenants" + LATER),
            of(
                    "POST \\S+/machines .*\"CommunicationStyle\":\"Kubernetes\"",
                    "its cluster does not exist, and the scene deploys to a target of that name: the Go client makes a real one"),
            of("/runbook", "runbooks" + LATER),
            of("/packages", "packages" + LATER),
            of("/build-information", "build information" + LATER),
            of("/deploymentprocesses .*\"PackageId\"", "packages" + LATER),
            of("/releases/create/v1 .*\"Packages\":\\[\"", "packages" + LATER));

    private static LeftOut of(String calls, String reason) {
        return new LeftOut(Pattern.compile(calls), reason);
    }

    /** Whether a call is one of these. */
    boolean covers(RecordedCall call) {
        return calls.matcher(call.text()).find();
    }

    /** Why a call is left out; empty when it is replayed. */
    static Optional<String> reason(RecordedCall call) {
        return ALL.stream()
                .filter(entry -> entry.covers(call))
                .map(LeftOut::reason)
                .findFirst();
    }
}
