package tako.platform.http;

import java.math.BigInteger;

/** Whole numbers in queries, within those of 32 bits. */
final class WholeNumber {
    private WholeNumber() {}

    /**
     * Reads a number that is not negative; beyond 2147483647 it is that.
     *
     * @throws Problem 400 naming the parameter
     */
    static int of(String parameter, String text) {
        if (!text.strip().matches("\\+?\\d{1,40}")) {
            throw Problem.invalid(parameter + ": a whole number from 0 to " + Integer.MAX_VALUE
                    + " is expected, such as 30, but '" + Shown.text(text) + "' was sent.");
        }
        return new BigInteger(text.strip())
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValueExact();
    }
}
