/**
 * What a model is, in words and figures: {@code card.json} and its fields.
 *
 * <p>Main types: {@link negatoscope.library.card.ModelCard}, whose parts are the {@code Card…}
 * records; {@link negatoscope.library.card.CardFile} reads and writes it.
 *
 * <p>Threads: records that do not change; everything here may be used from any thread.
 *
 * <p>File format: {@code card.json}, schema 1, whose fields are the components of {@code ModelCard}
 * and of the {@code Card…} records. Unknown fields are kept; a higher schema is refused. It is
 * written aside, synced, and moved into place.
 *
 * <pre>{@code
 * ModelCard card = CardFile.read(folder.resolve("card.json"));
 * List<String> classes = card.classes();
 * CardFile.write(folder.resolve("card.json"), card.withName("mine"));
 * }</pre>
 */
@NullMarked
package negatoscope.library.card;

import org.jspecify.annotations.NullMarked;
