/** Models on disk and their cards: bundled, own and imported. */
@NullMarked
package negatoscope.library;

import org.jspecify.annotations.NullMarked;
