package negatoscope.dicom.builtin;

import java.nio.file.Path;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.Tag;
import negatoscope.dicom.TransferSyntax;
import negatoscope.film.FilmException;
import negatoscope.task.ErrorCode;

/** Reads DICOM files (PS3.10), also without preamble or meta header. */
final class DicomReader {
  private DicomReader() {}

  /** All elements up to the pixels. */
  static DataSet header(Path file) {
    return read(file, Reach.HEADER);
  }

  /** All elements with all their values. */
  static DataSet whole(Path file) {
    return read(file, Reach.WHOLE);
  }

  /** All elements, and the file to read the pixels from. */
  static DicomFile open(Path file) {
    ElementInput in = ElementInput.of(file);
    try {
      return read(in, Reach.PLACES);
    } catch (RuntimeException | Error e) {
      in.close();
      throw e;
    }
  }

  private static DataSet read(Path file, Reach reach) {
    try (ElementInput in = ElementInput.of(file)) {
      DicomFile read = read(in, reach);
      read.in().close();
      return read.dataSet();
    }
  }

  private static DicomFile read(ElementInput file, Reach reach) {
    byte[] head = file.peek(1024);
    if (FileStart.likeness(head) == DicomToolkit.Likeness.NONE) {
      throw new FilmException(
          ErrorCode.NOT_A_FILM, file.file(), "is no DICOM file.", "Choose a film.");
    }
    file.skip(FileStart.magicEnd(head));
    long size = file.source().size();
    Repairs repairs = new Repairs();
    DataSet.Builder set = DataSet.builder();
    new ElementReader(file, reach, Budget.of(file, size), repairs).meta(set);
    TransferSyntax syntax = FileStart.syntax(set, file.peek(8), repairs);
    if (!syntax.isReadable()) {
      throw syntax.unsupported(file.file());
    }
    if (file.atEnd()) {
      throw file.truncated();
    }
    boolean deflated = syntax.coding() == TransferSyntax.Coding.DEFLATED;
    ElementInput in = deflated ? file.inflated() : file;
    in.bigEndian(syntax.coding() == TransferSyntax.Coding.EXPLICIT_BIG);
    try {
      Budget budget = reach == Reach.WHOLE ? Budget.ofWhole(in, size) : Budget.of(in, size);
      ElementReader reader = new ElementReader(in, reach, budget, repairs);
      reader.dataSet(set, syntax.isExplicit());
      return new DicomFile(in, syntax, dataSet(set, repairs), reader.pixels(), repairs);
    } catch (RuntimeException | Error e) {
      in.close();
      throw e;
    }
  }

  private static DataSet dataSet(DataSet.Builder elements, Repairs repairs) {
    DataSet set = elements.build();
    Optional<Integer> twice = elements.findReplaced();
    twice.ifPresent(
        tag ->
            repairs.header(
                "The header has %s twice; the last one was used.".formatted(Tag.toString(tag))));
    return set;
  }
}
