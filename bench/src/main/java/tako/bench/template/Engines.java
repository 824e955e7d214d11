package tako.bench.template;

/** The engines that are compared. */
public enum Engines {
    /** Ours. */
    OCTOSTACHE,
    /** Apache FreeMarker. */
    FREEMARKER,
    /** Pebble. */
    PEBBLE,
    /** Handlebars.java. */
    HANDLEBARS;

    /** The engine with variables in it. */
    Engine with(Model model) {
        return switch (this) {
            case OCTOSTACHE -> OctostacheEngine.of(model);
            case FREEMARKER -> FreeMarkerEngine.of(model);
            case PEBBLE -> PebbleEngineUnderTest.of(model);
            case HANDLEBARS -> HandlebarsEngine.of(model);
        };
    }
}
