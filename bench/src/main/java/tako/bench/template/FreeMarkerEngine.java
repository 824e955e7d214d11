package tako.bench.template;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Apache FreeMarker: references by square brackets stay literal, values that refer to others are scalars that render. */
record FreeMarkerEngine(Configuration configuration, Map<String, Object> values) implements Engine {
    static Engine of(Model model) {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setNumberFormat("computer");
        var engine = new FreeMarkerEngine(configuration, new LinkedHashMap<>());
        engine.values.putAll(model.objects(value -> (TemplateScalarModel) engine.parse(engine.source(value))::render));
        return engine;
    }

    @Override
    public String source(List<Piece> text) {
        return Sources.of(text, to -> "${" + to.group() + "." + to.member() + "}");
    }

    @Override
    public Renderer parse(String source) {
        try {
            var template = new Template("manifest", source, configuration);
            return () -> render(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String render(Template template) {
        try {
            var out = new StringWriter();
            template.process(values, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
    }
}
