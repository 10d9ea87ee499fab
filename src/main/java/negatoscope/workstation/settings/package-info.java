/**
 * What the window remembers from one start to the next.
 *
 * <p>Main types: {@link negatoscope.workstation.settings.Settings} (the values), {@link
 * negatoscope.workstation.settings.SettingsStore} (the file).
 *
 * <p>Owns {@code settings.json} in the program's home: one JSON object with {@code schema} 1 and
 * the fields of {@code Settings}. It is written aside and moved into place. A file that cannot be
 * understood, or that a newer program wrote, is kept beside it under another name, and the defaults
 * are used with a notice.
 *
 * <p>Threads: {@code Settings} is immutable; {@code SettingsStore} may be used from any thread.
 *
 * <pre>{@code
 * SettingsStore store = new SettingsStore(home.resolve("settings.json"));
 * SettingsStore.Loaded loaded = store.load();
 * loaded.notice().ifPresent(this::tell);
 * store.save(loaded.settings().withLastFolder(folder));
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.settings;

import org.jspecify.annotations.NullMarked;
