package tako.steps.scripting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The languages of scripts, by their wire names. */
public enum ScriptLanguage {
    BASH("Bash", "bash", "Script.sh", "bash", Optional.of("bootstrap.sh")),
    PYTHON("Python", "python", "Script.py", "python3", Optional.of("bootstrap.py")),
    POWERSHELL("PowerShell", "powershell", "Script.ps1", "pwsh", Optional.empty()),
    CSHARP("CSharp", "csharp", "Script.csx", "dotnet-script", Optional.empty()),
    FSHARP("FSharp", "fsharp", "Script.fsx", "dotnet", Optional.empty());

    private final String wireName;
    private final String highlighting;
    private final String file;
    private final String program;
    private final Optional<String> bootstrap;

    ScriptLanguage(String wireName, String highlighting, String file, String program, Optional<String> bootstrap) {
        this.wireName = wireName;
        this.highlighting = highlighting;
        this.file = file;
        this.program = program;
        this.bootstrap = bootstrap;
    }

    /** The language of a name, in any letter case. */
    static Optional<ScriptLanguage> of(String name) {
        return Arrays.stream(values())
                .filter(language -> language.wireName.equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** All names. */
    static List<String> names() {
        return Arrays.stream(values()).map(ScriptLanguage::wireName).toList();
    }

    /** As in {@code Octopus.Action.Script.Syntax}. */
    String wireName() {
        return wireName;
    }

    /** How an editor names it. */
    String highlighting() {
        return highlighting;
    }

    /** How the script's file is called. */
    String file() {
        return file;
    }

    /** What runs it. */
    String program() {
        return program;
    }

    /** The resource that offers the variables and functions and then runs the script; empty where Tako cannot run it. */
    Optional<String> bootstrap() {
        return bootstrap;
    }
}
