package tako.platform.http;

import java.util.Map;
import java.util.Optional;

/**
 * Where a request goes.
 *
 * @param parameters the path parameters' values
 * @param space the space's id, "" where there is none, nothing when the space that the address names does not exist
 * @param spaceAsked the space as the address names it, "" if it names none
 */
record Destination(Route<?> route, Map<String, String> parameters, Optional<String> space, String spaceAsked) {}
