/**
 * JSON as leniently as Newtonsoft reads it and in the form in which it writes it: people's variables and configuration files were written
 * against that. {@link tako.octostache.json.JsonReader} gives a tree, {@link tako.octostache.json.JsonWriter} its text.
 */
@NullMarked
package tako.octostache.json;

import org.jspecify.annotations.NullMarked;
