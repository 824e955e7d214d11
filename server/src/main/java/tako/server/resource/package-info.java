/** What every document shares: ids, slugs, names, versions, links, paging, sensitive values, references, the CRUD engine. */
@NullMarked
package tako.server.resource;

import org.jspecify.annotations.NullMarked;
