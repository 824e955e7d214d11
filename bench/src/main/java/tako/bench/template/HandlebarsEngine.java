package tako.bench.template;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Handlebars.java: values that refer to others render when they are written. */
record HandlebarsEngine(Handlebars handlebars, Map<String, Object> values) implements Engine {
    static Engine of(Model model) {
        var engine = new HandlebarsEngine(new Handlebars().with(EscapingStrategy.NOOP), new LinkedHashMap<>());
        engine.values.putAll(model.objects(value -> new RenderedValue(engine.parse(engine.source(value)))));
        return engine;
    }

    @Override
    public String source(List<Piece> text) {
        return Sources.of(text, to -> "{{" + to.group() + "." + to.member() + "}}");
    }

    @Override
    public Renderer parse(String source) {
        try {
            Template template = handlebars.compileInline(source);
            return () -> render(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String render(Template template) {
        try {
            return template.apply(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
