package negatoscope.workstation.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.film.Film;
import negatoscope.film.Samples;
import org.jspecify.annotations.Nullable;

/** What is known about a picture file, which has no elements. */
final class PictureFacts {
  private PictureFacts() {}

  static List<AttributeRow> of(@Nullable Film film) {
    if (film == null) {
      return List.of();
    }
    Samples samples = film.samples();
    List<AttributeRow> rows = new ArrayList<>();
    rows.add(AttributeRow.fact("File", film.provenance().file().toString()));
    rows.add(AttributeRow.fact("Format", film.provenance().format()));
    rows.add(AttributeRow.fact("Encoding", film.provenance().encoding()));
    rows.add(AttributeRow.fact("Columns", Integer.toString(film.width())));
    rows.add(AttributeRow.fact("Rows", Integer.toString(film.height())));
    rows.add(AttributeRow.fact("Bits a sample", Integer.toString(samples.bitsStored())));
    rows.add(AttributeRow.fact("Colour", film.colour().isPresent() ? "RGB" : "Grey"));
    if (film.provenance().frames() > 1) {
      rows.add(AttributeRow.fact("Pictures", Integer.toString(film.provenance().frames())));
    }
    Optional<String> spacing =
        film.spacing()
            .map(mm -> "%s × %s mm (%s)".formatted(mm.rowMm(), mm.columnMm(), mm.source()));
    rows.add(AttributeRow.fact("Pixel size", spacing.orElse("not stated")));
    return rows;
  }
}
