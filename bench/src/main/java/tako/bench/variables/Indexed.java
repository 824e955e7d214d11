package tako.bench.variables;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tako.octostache.Variables;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.ItemScope;
import tako.server.projects.variable.VariableResolution;
import tako.server.resource.PropertyValue;

/** The variables of a deployment, as a run keeps them. */
record Indexed(VariableResolution resolution, Variables shared) {
    static Indexed of(List<Candidate> candidates) {
        VariableResolution resolution = VariableResolution.of(candidates, BigProject.DEPLOYMENT);
        return new Indexed(resolution, Variables.of(texts(resolution.shared().values())));
    }

    Variables item(ItemScope item) {
        return shared.with(texts(resolution.item(item).particular()));
    }

    private static Map<String, String> texts(Collection<Candidate> candidates) {
        Map<String, String> texts = new LinkedHashMap<>();
        candidates.forEach(candidate -> {
            if (candidate.value() instanceof PropertyValue.Plain(String text)) {
                texts.put(candidate.name(), text);
            }
        });
        return texts;
    }
}
