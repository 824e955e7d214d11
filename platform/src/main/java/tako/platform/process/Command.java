package tako.platform.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to run, as data: it can be written down, shown, and handed to any {@link Executor}.
 *
 * @param files name to text, written into a fresh working folder before the start, mode 0600
 * @param argv program and arguments, run in the working folder
 * @param environment the whole environment but for PATH, HOME, LANG and TMPDIR, which the executor gives
 * @param timeout when it is ended, if ever
 */
public record Command(
        Map<String, String> files, List<String> argv, Map<String, String> environment, Optional<Duration> timeout) {}
