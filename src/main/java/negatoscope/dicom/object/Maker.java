package negatoscope.dicom.object;

import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;
import negatoscope.dicom.Uid;

/**
 * The program, as the equipment that makes objects.
 *
 * @param version of the program, such as {@code 0.1.0}
 */
public record Maker(String version) {
  static final String NAME = "Negatoscope";
  static final String USE = "For research use only";

  /** Names this version of the program among devices. */
  String deviceUid() {
    return Uid.named("negatoscope/device/" + version);
  }

  /** The General Equipment Module (PS3.3 C.7.5.1). */
  void equipment(DataSet.Builder object) {
    object
        .text(Tag.MANUFACTURER, NAME)
        .text(Tag.MANUFACTURER_MODEL_NAME, NAME)
        .text(Tag.DEVICE_UID, deviceUid())
        .text(Tag.SOFTWARE_VERSIONS, version);
  }

  /** The SC Equipment Module (PS3.3 C.8.6.1). */
  void captureEquipment(DataSet.Builder object) {
    object
        .text(Tag.CONVERSION_TYPE, "WSD")
        .text(Tag.SECONDARY_CAPTURE_DEVICE_MANUFACTURER, NAME)
        .text(Tag.SECONDARY_CAPTURE_DEVICE_MANUFACTURER_MODEL_NAME, NAME)
        .text(Tag.SECONDARY_CAPTURE_DEVICE_SOFTWARE_VERSIONS, version);
  }

  /** Declares the codes of this program's own (PS3.3 C.12.1). */
  static void ownCodes(DataSet.Builder object) {
    object.items(
        Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE,
        DataSet.builder()
            .text(Tag.CODING_SCHEME_DESIGNATOR, Code.OWN)
            .text(Tag.CODING_SCHEME_UID, Uid.named("negatoscope/codes"))
            .text(Tag.CODING_SCHEME_NAME, "Names of the classes of Negatoscope's models")
            .text(Tag.CODING_SCHEME_RESPONSIBLE_ORGANIZATION, NAME)
            .build());
  }
}
