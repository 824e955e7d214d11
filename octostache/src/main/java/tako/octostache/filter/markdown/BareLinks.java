package tako.octostache.filter.markdown;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;

/** Makes parsers of addresses that stand in a text without any sign around them. */
final class BareLinks implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of('h', 'f', 'm', 't', 'w');
    }

    @Override
    public InlineContentParser create() {
        return new BareLink();
    }
}
