package negatoscope.dicom.object;

import java.time.LocalDateTime;
import negatoscope.dicom.Attribute;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/**
 * What all objects of a film say: patient, study, series, equipment, and who they are.
 *
 * @param subject the film
 * @param maker the program
 * @param made Content Date and Time
 */
record Composite(Subject subject, Maker maker, LocalDateTime made) {
  /**
   * An object in a series.
   *
   * @param self who it is
   * @param number of the series
   * @param description of the series
   */
  DataSet.Builder start(Reference self, int number, String description) {
    DataSet.Builder object = DataSet.builder();
    put(object, subject.patientAndStudy());
    maker.equipment(object);
    return object
        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
        .text(Tag.CONTENT_DATE, Texts.date(made))
        .text(Tag.CONTENT_TIME, Texts.time(made))
        .text(Tag.SOP_CLASS_UID, self.sopClass())
        .text(Tag.SOP_INSTANCE_UID, self.sopInstance())
        .text(Tag.SERIES_INSTANCE_UID, self.series())
        .integers(Tag.SERIES_NUMBER, number)
        .text(Tag.SERIES_DESCRIPTION, description)
        .integers(Tag.INSTANCE_NUMBER, subject.frame());
  }

  static void put(DataSet.Builder object, DataSet others) {
    for (Attribute attribute : others.attributes()) {
      if (attribute.tag() != Tag.SPECIFIC_CHARACTER_SET) {
        object.put(attribute);
      }
    }
  }
}
