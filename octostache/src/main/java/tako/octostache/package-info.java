/**
 * The variable language of Octopus Deploy: parse once, evaluate many times.
 *
 * <p>{@link tako.octostache.Variables} are names and values; {@link tako.octostache.Template} is a text in which expressions stand;
 * {@link tako.octostache.Evaluation} is what the one makes of the other. All are immutable and thread-safe, and nothing that users write makes
 * them throw or run away: what cannot be read or resolved stays in the text and is told.
 *
 * <p>The language in a nutshell, with {@code Site = {"Host":"example.org"}}, {@code Servers[a].Port = 80} and {@code Name = web}:
 *
 * <table>
 * <caption>Constructs</caption>
 * <tr><td>{@code #{Name}}</td><td>{@code web}: a variable, whose value may hold expressions itself</td></tr>
 * <tr><td>{@code #{Site.Host}}, {@code #{Servers[a].Port}}</td><td>a member, of a JSON value too; an index</td></tr>
 * <tr><td>{@code #{Servers[#{Key}].Port}}</td><td>an index that is a variable's value; {@code [*]} is the first</td></tr>
 * <tr><td>{@code #{Name | ToUpper | Append "!"}}</td><td>{@code WEB!}: filters, see {@link tako.octostache.filter}</td></tr>
 * <tr><td>{@code #{if Name == "web"}…#{elseif Other}…#{else}…#{/if}}</td><td>and {@code unless}; without a comparison all is true but the empty
 * text, {@code 0}, {@code no} and {@code false}</td></tr>
 * <tr><td>{@code #{each s in Servers}#{s}=#{s.Port}#{/each}}</td><td>for indexes, for JSON arrays and objects, for {@code a,b,c}</td></tr>
 * <tr><td>{@code #{calc {Servers[a].Port} + 8000}}</td><td>{@code 8080}: {@code + - * /} in floating-point numbers</td></tr>
 * <tr><td>{@code ##{Name}}</td><td>{@code #{Name}}: no expression</td></tr>
 * </table>
 */
@NullMarked
package tako.octostache;

import org.jspecify.annotations.NullMarked;
