package tako.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.database.HomeLock;
import tako.platform.database.SchemaTooNew;
import tako.platform.http.CannotListen;
import tako.platform.secret.MasterKeyRefused;
import tako.platform.settings.SettingsRefused;

/** The command line. A start that is refused is one sentence on standard error and exit code 2, which wrong arguments end with as well. */
@Command(
        name = "tako",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A self-hosted deployment server that official Octopus clients can talk to.",
        subcommands = {
            ServeCommand.class,
            TestDriveCommand.class,
            DeployCommand.class,
            RenderCommand.class,
            TemplateCommand.class,
            VariableCommand.class,
            WarmUpCommand.class
        })
public final class Main {
    /** The exit code of a command that could not begin: nothing was changed. */
    static final int REFUSED = 2;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return configured(new CommandLine(new Main()));
    }

    /** How every command treats failures. */
    static CommandLine configured(CommandLine line) {
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .setExitCodeExceptionMapper(failure -> isRefusal(failure) || isMisuse(failure) ? REFUSED : 1)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
    }

    private static int explain(Exception failure, CommandLine command) throws Exception {
        if (!isRefusal(failure)) {
            throw failure;
        }
        command.getErr().println(failure.getMessage());
        return REFUSED;
    }

    private static boolean isMisuse(Throwable failure) {
        return failure instanceof CommandLine.ParameterException;
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof StartRefused
                || failure instanceof SettingsRefused
                || failure instanceof HomeLock.HomeRefused
                || failure instanceof SchemaTooNew
                || failure instanceof MasterKeyRefused
                || failure instanceof CannotListen
                || failure instanceof DatabaseUnavailable;
    }
}
