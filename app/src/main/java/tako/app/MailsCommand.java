package tako.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tako.app.testdrive.mail.CaughtMail;

/** {@code tako testdrive mails}: what the test drive's mail server caught, whether it runs or not. */
@Command(
        name = "mails",
        mixinStandardHelpOptions = true,
        description = "Show the mails that the test drive of a home has caught, the oldest first.",
        sortOptions = false)
final class MailsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private TestDriveCommand drive;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The test drive's home (default: the test drive's own).")
    private Optional<Path> home = Optional.empty();

    @SuppressWarnings("NullAway.Init") // picocli fills what it annotates
    MailsCommand() {}

    @Override
    public Integer call() {
        var place = new Home(home.orElseGet(drive::home));
        List<CaughtMail> mails = place.mails().after(0);
        var out = spec.commandLine().getOut();
        if (mails.isEmpty()) {
            out.println("No mail was caught in " + place.folder() + " yet.");
        }
        mails.forEach(mail -> {
            mail.lines().forEach(out::println);
            out.println();
        });
        out.flush();
        return 0;
    }
}
