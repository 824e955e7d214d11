package tako.platform.http;

/** The methods routes may declare. */
public enum HttpMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
