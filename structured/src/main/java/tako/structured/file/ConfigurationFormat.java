package tako.structured.file;

import tako.structured.Rewriter;
import tako.structured.json.JsonRewriter;
import tako.structured.properties.PropertiesRewriter;
import tako.structured.xml.XmlRewriter;
import tako.structured.yaml.YamlRewriter;

/** The formats of configuration files, by the names that people read in logs. */
public enum ConfigurationFormat {
    /** RFC 8259, read leniently. */
    JSON("Json"),
    /** XML 1.0. */
    XML("Xml"),
    /** YAML 1.2, streams of documents too. */
    YAML("Yaml"),
    /** What {@code java.util.Properties} reads. */
    PROPERTIES("Properties");

    private final String title;

    ConfigurationFormat(String title) {
        this.title = title;
    }

    /** Its name in messages. */
    public String title() {
        return title;
    }

    /** What rewrites its files. */
    public Rewriter rewriter() {
        return switch (this) {
            case JSON -> new JsonRewriter();
            case XML -> new XmlRewriter();
            case YAML -> new YamlRewriter();
            case PROPERTIES -> new PropertiesRewriter();
        };
    }
}
