package tako.bench.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tako.octostache.Template;
import tako.octostache.Variables;

/** Ours. Each rendering has variables of its own on top, as each action of a deployment has: nothing evaluated before answers it. */
record OctostacheEngine(Variables variables) implements Engine {
    private static final Map<String, String> OF_THE_ACTION = Map.of("Octopus.Action.Name", "Deploy");

    static Engine of(Model model) {
        Map<String, String> values = new LinkedHashMap<>();
        model.groups()
                .forEach((group, members) -> members.forEach((member, value) ->
                        values.put(group + "." + member, Sources.of(value, OctostacheEngine::reference))));
        return new OctostacheEngine(Variables.of(values));
    }

    private static String reference(Piece.Reference to) {
        return "#{" + to.group() + "." + to.member() + "}";
    }

    @Override
    public String source(List<Piece> text) {
        return Sources.of(text, OctostacheEngine::reference);
    }

    @Override
    public Renderer parse(String source) {
        Template template = Template.parse(source);
        return () -> template.evaluate(variables.with(OF_THE_ACTION)).text();
    }
}
