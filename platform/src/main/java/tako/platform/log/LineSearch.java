package tako.platform.log;

import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;

/** Finds a text in lines that pass by, ignoring case. Keeps as many numbers as were asked for and counts all matches. */
final class LineSearch implements LineVisitor {
    private final Pattern pattern;
    private final LineFilter filter;
    private final LineQuery query;
    private final ArrayDeque<Long> numbers = new ArrayDeque<>();
    private long total;

    LineSearch(String text, LineFilter filter, LineQuery query) {
        this.pattern = Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.filter = filter;
        this.query = query;
    }

    @Override
    public boolean visit(LogLine line) {
        if (filter.accepts(line) && pattern.matcher(line.text()).find()) {
            total++;
            keep(line.number());
        }
        return line.number() < filter.last();
    }

    LogMatches matches() {
        return new LogMatches(List.copyOf(numbers), total);
    }

    private void keep(long number) {
        switch (query.range()) {
            case LineQuery.Range.After after -> {
                if (number > after.number() && numbers.size() < query.take()) {
                    numbers.add(number);
                }
            }
            case LineQuery.Range.Tail tail -> {
                numbers.add(number);
                if (numbers.size() > query.take()) {
                    numbers.remove();
                }
            }
        }
    }
}
