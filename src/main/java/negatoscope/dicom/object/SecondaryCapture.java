package negatoscope.dicom.object;

import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/** Pictures as Secondary Capture Images (PS3.3 A.8.1). */
final class SecondaryCapture {
  private static final int FILM_SERIES = 1;
  private static final int OVERLAY_SERIES = 9001;

  private final Composite composite;

  SecondaryCapture(Composite composite) {
    this.composite = composite;
  }

  /** The film itself. */
  DataSet film(Raster pixels) {
    DataSet.Builder object =
        start(composite.subject().film(), FILM_SERIES, "Films copied by Negatoscope", pixels)
            .text(
                Tag.DERIVATION_DESCRIPTION,
                "Copy of the film in a file that no DICOM object can refer to.");
    return object.build();
  }

  /** The film under its heat map, with words burned in. */
  DataSet overlay(Answer answer, Explanation shown, Raster pixels) {
    Subject subject = composite.subject();
    String what =
        "%s of class %s by the model %s (%s) over the film. %s; not for diagnosis."
            .formatted(
                shown.method(),
                shown.className(),
                answer.model().name(),
                answer.model().id(),
                Maker.USE);
    DataSet.Builder object =
        start(
                subject.overlay(answer.model(), shown),
                OVERLAY_SERIES,
                "Heat maps of Negatoscope, for research use only",
                pixels)
            .text(Tag.MODALITY, "OT")
            .text(Tag.BURNED_IN_ANNOTATION, "YES")
            .text(Tag.DERIVATION_DESCRIPTION, Texts.line(what, 1024))
            .text(Tag.IMAGE_COMMENTS, Maker.USE)
            .items(Tag.SOURCE_IMAGE_SEQUENCE, subject.film().image(Concepts.SOURCE_IMAGE));
    return object.build();
  }

  private DataSet.Builder start(Reference self, int series, String description, Raster pixels) {
    DataSet.Builder object = composite.start(self, series, description);
    Composite.put(object, composite.subject().image());
    composite.maker().captureEquipment(object);
    pixels.pixels(object);
    return object.text(Tag.IMAGE_TYPE, "DERIVED", "SECONDARY");
  }
}
