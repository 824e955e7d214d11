package tako.bench.template;

/** A value that refers to others; engines write the text of an object. */
record RenderedValue(Engine.Renderer template) {
    @Override
    public String toString() {
        return template.render();
    }
}
