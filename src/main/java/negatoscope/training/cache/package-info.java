/**
 * What trainings compute of films and keep on disk, so that the next one need not: by key, checked
 * before use, bounded in size, safe to delete at any time.
 *
 * <p>Main types: {@link negatoscope.training.cache.CacheSpace} (the folder and its bound), {@link
 * negatoscope.training.cache.KeptValues} (values of one kind and size by their keys).
 *
 * <p>File format: {@code SHELF/UUID.kept} below the space's folder, see {@link
 * negatoscope.training.cache.Segment}. A file is written aside, synced and moved, and never changed
 * afterwards; so processes that share the folder need no lock. What is damaged or foreign is passed
 * over and computed again.
 *
 * <p>Threads: one that adds, then any number that read.
 *
 * <pre>{@code
 * CacheSpace space = new CacheSpace(home.cache(), CacheSpace.USUAL_BYTES);
 * try (KeptValues values = KeptValues.open(space, EntryKey.of("squares", "320"), 320 * 320)) {
 *   if (!values.has(key)) {
 *     values.add(key, bytes);
 *     values.finish();
 *   }
 *   values.read(key, buffer -> buffer.get(mine));
 * }
 * }</pre>
 */
@NullMarked
package negatoscope.training.cache;

import org.jspecify.annotations.NullMarked;
