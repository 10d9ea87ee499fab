/**
 * The films of a screening in a table: rows that come while films are screened, which of them are
 * shown and in which order, their small pictures, and what they come to.
 *
 * <p>Main types: {@link negatoscope.workstation.batch.table.RowsViewModel} (the rows), {@link
 * negatoscope.workstation.batch.table.BatchRow} (a film), {@link
 * negatoscope.workstation.batch.table.BatchTable} (the view).
 *
 * <p>Threads: everything lives on the JavaFX thread; pictures are read in the background.
 *
 * <pre>{@code
 * RowsViewModel rows = new RowsViewModel();
 * BatchTable table = new BatchTable(rows, thumbnails, memory);
 * rows.add(screened);
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.batch.table;

import org.jspecify.annotations.NullMarked;
