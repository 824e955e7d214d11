package tako.app;

import picocli.CommandLine.Command;

/** {@code tako variable}: what is to be known of variables. */
@Command(
        name = "variable",
        mixinStandardHelpOptions = true,
        description = "Ask a server about variables.",
        subcommands = ExplainCommand.class)
final class VariableCommand {
    VariableCommand() {}
}
