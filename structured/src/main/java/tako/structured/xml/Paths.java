package tako.structured.xml;

import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;

/** Compiles the names of variables to XPath expressions. */
final class Paths {
    private static final int MAX_LENGTH = 1_000;

    private final XPath compiler;
    private final Prefixes prefixes;

    Paths(Prefixes prefixes, Effort effort) {
        this.prefixes = prefixes;
        this.compiler = factory().newXPath();
        compiler.setNamespaceContext(prefixes);
        compiler.setXPathVariableResolver(effort);
    }

    /** Nothing from outside: no functions but XPath's own. Brackets and operators are bounded, with room for the conditions that are added. */
    private static XPathFactory factory() {
        XPathFactory factory = XPathFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty("jdk.xml.xpathExprGrpLimit", "20");
            factory.setProperty("jdk.xml.xpathExprOpLimit", "2000");
            factory.setProperty("jdk.xml.xpathTotalOpLimit", "1000000");
            return factory;
        } catch (XPathFactoryConfigurationException impossible) {
            throw new IllegalStateException("the JDK's own XPath has all this", impossible);
        }
    }

    /**
     * The expression of a name.
     *
     * @return empty if the name is none: it has neither {@code /} nor {@code :}, or does not compile
     */
    Optional<XPathExpression> compile(String name) {
        boolean path = name.contains("/") || name.contains(":");
        if (!path || name.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return PathReader.read(name, prefixes::declares).flatMap(this::compiled);
    }

    private Optional<XPathExpression> compiled(String path) {
        try {
            return Optional.of(compiler.compile(path));
        } catch (XPathExpressionException | RuntimeException none) {
            return Optional.empty();
        }
    }
}
