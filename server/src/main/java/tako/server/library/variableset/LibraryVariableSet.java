package tako.server.library.variableset;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import tako.server.resource.Absent;
import tako.server.resource.Document;
import tools.jackson.databind.JsonNode;

/**
 * Variables that projects share. A project includes those it names in {@code IncludedLibraryVariableSetIds}.
 *
 * @param contentType {@code Variables} or {@code ScriptModule}; never changes. A script module keeps its code in the variables {@code
 *     Octopus.Script.Module[name]} and {@code Octopus.Script.Module.Language[name]} of its set
 * @param variableSetId where its variables are
 * @param templates what each tenant that has a project with this set gives a value for: {@code Id, Name, Label, HelpText, DefaultValue,
 *     DisplaySettings}
 * @param unknown members that this server does not know, kept
 */
public record LibraryVariableSet(
        String id,
        String spaceId,
        String name,
        String description,
        String contentType,
        String variableSetId,
        List<JsonNode> templates,
        @JsonAnyGetter @JsonAnySetter Map<String, JsonNode> unknown)
        implements Document {
    static final String VARIABLES = "Variables";
    static final String SCRIPT_MODULE = "ScriptModule";

    public LibraryVariableSet {
        id = Absent.orEmpty(id);
        spaceId = Absent.orEmpty(spaceId);
        name = Absent.orEmpty(name);
        description = Absent.orEmpty(description);
        contentType = Absent.or(contentType, VARIABLES);
        variableSetId = Absent.orEmpty(variableSetId);
        templates = Absent.orEmpty(templates);
        unknown = Absent.orEmpty(unknown);
    }
}
