package tako.bench.template;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pebble: values that refer to others render when they are written. */
record PebbleEngineUnderTest(PebbleEngine pebble, Map<String, Object> values) implements Engine {
    static Engine of(Model model) {
        PebbleEngine pebble = new PebbleEngine.Builder()
                .loader(new StringLoader())
                .autoEscaping(false)
                .newLineTrimming(false)
                .cacheActive(false)
                .build();
        var engine = new PebbleEngineUnderTest(pebble, new LinkedHashMap<>());
        engine.values.putAll(model.objects(value -> new RenderedValue(engine.parse(engine.source(value)))));
        return engine;
    }

    @Override
    public String source(List<Piece> text) {
        return Sources.of(text, to -> "{{ " + to.group() + "." + to.member() + " }}");
    }

    @Override
    public Renderer parse(String source) {
        PebbleTemplate template = pebble.getTemplate(source);
        return () -> render(template);
    }

    private String render(PebbleTemplate template) {
        try {
            var out = new StringWriter();
            template.evaluate(out, values);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
