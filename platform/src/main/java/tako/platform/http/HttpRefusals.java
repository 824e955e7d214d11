package tako.platform.http;

/** What people read when the HTTP layer itself refuses a request. */
final class HttpRefusals {
    private HttpRefusals() {}

    static Problem of(int status) {
        return Problem.of(status, sentence(status));
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request is not valid HTTP.";
            case 404 -> "Nothing was found at this address.";
            case 408 -> "The request took too long to arrive.";
            case 411 -> "The request must say how long its body is.";
            case 413 -> "The body is too large.";
            case 414 -> "The address is too long. Shorten it.";
            case 417 -> "The request's Expect header asks for something unknown.";
            case 426, 505 -> "The request's version of HTTP is not spoken here. Use HTTP/1.1.";
            case 431 -> "The request's headers are too large. Send fewer or shorter ones.";
            case 503 -> "The server is stopping or not ready yet. Try again in a few seconds.";
            default ->
                status < 500
                        ? "The request was refused with status " + status + "."
                        : "The server failed to answer with status " + status + ".";
        };
    }
}
