package tako.octostache.filter.format;

import java.util.List;

/**
 * What the digits of a section of a pattern ask for.
 *
 * @param digits how many digits it has
 * @param point how many of them stand before the point
 * @param firstAlways how many digits before the point are always written
 * @param lastAlways how many behind it
 * @param exponent by what power of ten the number is changed: for shares up, for commas before the point down
 */
record PatternLayout(
        int digits, int point, int firstAlways, int lastAlways, int exponent, boolean grouped, boolean scientific) {

    static PatternLayout of(List<PatternToken> section) {
        var count = new Count();
        section.forEach(count::add);
        return count.layout();
    }

    /** The number as far as it is written. */
    Digits fit(Digits number) {
        if (number.isZero()) {
            return new Digits(number.kind(), number.negative() && number.isRounded(), "", 0);
        }
        Digits changed = number.times10ToThe(exponent);
        return changed.rounded(scientific ? digits : changed.scale() + digits - point);
    }

    private static final class Count {
        private static final int NONE = -1;

        private int digits;
        private int point = NONE;
        private int firstZero = NONE;
        private int lastZero;
        private int comma = NONE;
        private int commas;
        private int exponent;
        private boolean grouped;
        private boolean scientific;

        void add(PatternToken token) {
            switch (token) {
                case PatternToken.Digit(boolean always) -> digit(always);
                case PatternToken.Point _ -> point = point == NONE ? digits : point;
                case PatternToken.Comma _ -> comma();
                case PatternToken.Share share -> exponent += share.exponent();
                case PatternToken.Exponent _ -> scientific = true;
                case PatternToken.Plain _ -> {}
            }
        }

        private void digit(boolean always) {
            if (always && firstZero == NONE) {
                firstZero = digits;
            }
            digits++;
            if (always) {
                lastZero = digits;
            }
        }

        private void comma() {
            if (digits == 0 || point != NONE) {
                return;
            }
            if (comma == digits) {
                commas++;
                return;
            }
            grouped |= comma != NONE;
            comma = digits;
            commas = 1;
        }

        PatternLayout layout() {
            int before = point == NONE ? digits : point;
            boolean thousands = comma == before;
            return new PatternLayout(
                    digits,
                    before,
                    firstZero == NONE ? 0 : Math.max(0, before - firstZero),
                    Math.max(0, lastZero - before),
                    thousands ? exponent - 3 * commas : exponent,
                    grouped || (comma != NONE && !thousands),
                    scientific);
        }
    }
}
