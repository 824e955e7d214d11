package tako.server.delivery.task;

import java.util.regex.Pattern;

/** The locks of tasks: how those of concurrency tags are called, and what sentences say of whoever holds one. */
public final class LockNames {
    private static final String TAG = "tag/";
    private static final String TARGET = "target/";
    private static final Pattern MAIL_LANE = Pattern.compile("mail-\\d+");
    private static final Pattern PLACE = Pattern.compile("Projects-\\d+/Environments-\\d+");

    private LockNames() {}

    /** The lock of a concurrency tag, which counts in its space only. */
    public static String tag(String space, String tag) {
        return TAG + space + "/" + tag;
    }

    /** What a task does that holds a lock: {@code deploys to the same place}. */
    static String held(String lock) {
        if (lock.startsWith(TAG)) {
            String tag = lock.substring(lock.indexOf('/', TAG.length()) + 1);
            return PLACE.matcher(tag).matches()
                    ? "deploys to the same place"
                    : "has the same concurrency tag, '" + tag + "'";
        }
        if (lock.startsWith(TARGET)) {
            return "works on the deployment target " + lock.substring(TARGET.length());
        }
        return MAIL_LANE.matcher(lock).matches() ? "sends its mail before" : "holds " + lock;
    }
}
