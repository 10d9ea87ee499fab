package negatoscope.dicom.builtin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.DicomFrames;
import negatoscope.dicom.TransferSyntax;
import negatoscope.dicom.Vr;

/**
 * What another toolkit found in a file. Its frames are cut out and decoded as those of the built-in
 * toolkit are.
 *
 * @param path which file
 * @param dataSetAt where its data set begins, in bytes
 * @param syntax how the data set is coded, as it says or as it was found out
 * @param dataSet all elements, those of the meta header among them, without the pixels
 * @param pixels where Pixel Data stands, if it is there
 * @param repairs what was guessed or repaired
 */
public record FoundFile(
    Path path,
    long dataSetAt,
    TransferSyntax syntax,
    DataSet dataSet,
    Optional<Pixels> pixels,
    Repairs repairs) {

  /** The place of a value or an item in the file; in a deflated data set counted from its start. */
  public record Place(long at, long length) {}

  /**
   * Where the value of Pixel Data stands.
   *
   * @param vr its value representation
   * @param value its place, with the length that the file says; −1 where it is encapsulated
   * @param items the places of its items, that of the Basic Offset Table first; none where it is
   *     not encapsulated
   */
  public record Pixels(Vr vr, Place value, List<Place> items) {
    /** Copies the list. */
    public Pixels {
      items = List.copyOf(items);
    }
  }

  /**
   * Opens the file once more, for its frames.
   *
   * @throws negatoscope.film.FilmException with the reason why it cannot be read; NO_PIXELS where
   *     there is no frame
   */
  public DicomFrames frames() {
    ElementInput in = ElementInput.of(path);
    try {
      in.moveTo(dataSetAt);
      if (syntax.coding() == TransferSyntax.Coding.DEFLATED) {
        in = in.inflated();
      }
      in.bigEndian(syntax.coding() == TransferSyntax.Coding.EXPLICIT_BIG);
      Optional<PixelPlace> place = Optional.empty();
      if (pixels.isPresent()) {
        place = Optional.of(place(in, pixels.get()));
      }
      return BuiltInFrames.of(new DicomFile(in, syntax, dataSet, place, repairs));
    } catch (RuntimeException | Error e) {
      in.close();
      throw e;
    }
  }

  private static PixelPlace place(ElementInput in, Pixels found) {
    Place value = found.value();
    if (value.length() >= 0) {
      return new PixelPlace(found.vr(), value.at(), value.length(), Optional.empty());
    }
    Fragments fragments = new Fragments();
    for (int i = 0; i < found.items().size(); i++) {
      Place item = found.items().get(i);
      if (i == 0) {
        in.moveTo(item.at());
        fragments.table(in.bytes(item.length()), item.at() + item.length());
      } else {
        fragments.add(item.at(), item.length());
      }
    }
    return new PixelPlace(found.vr(), value.at(), 0, Optional.of(fragments));
  }
}
