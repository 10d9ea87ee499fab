package negatoscope.dicom.object;

import java.util.List;
import java.util.Optional;
import negatoscope.dicom.DataSet;
import negatoscope.dicom.Tag;

/** What a picture made of a film says of the film: modality, body part, orientation, losses. */
final class ImageFacts {
  private static final String OTHER = "OT";
  private static final String CHEST = "CHEST";

  private ImageFacts() {}

  /** By the header of the film. */
  static DataSet of(DataSet header) {
    DataSet.Builder image = DataSet.builder();
    String modality = Carried.value(header, Tag.MODALITY);
    String part = Carried.value(header, Tag.BODY_PART_EXAMINED);
    image.text(Tag.MODALITY, modality.isEmpty() ? OTHER : modality);
    image.text(Tag.BODY_PART_EXAMINED, part.isEmpty() ? CHEST : part);
    if (!part.isEmpty() && !part.equals(CHEST)) {
      // Wanted of each part of which there are two (PS3.3 C.7.3.1), and allowed of all others.
      image.text(Tag.LATERALITY, laterality(header));
    }
    image.text(Tag.PATIENT_ORIENTATION, orientation(header));
    if (header.text(Tag.LOSSY_IMAGE_COMPRESSION).equals("01")) {
      image.text(Tag.LOSSY_IMAGE_COMPRESSION, "01");
      Carried.copy(header, image, Tag.LOSSY_IMAGE_COMPRESSION_RATIO);
      Carried.copy(header, image, Tag.LOSSY_IMAGE_COMPRESSION_METHOD);
    }
    return image.build();
  }

  /** Of a picture file. */
  static DataSet of(Optional<Lossy> lossy) {
    DataSet.Builder image =
        DataSet.builder()
            .text(Tag.MODALITY, OTHER)
            .text(Tag.BODY_PART_EXAMINED, CHEST)
            .text(Tag.PATIENT_ORIENTATION, "");
    lossy.ifPresent(
        how ->
            image
                .text(Tag.LOSSY_IMAGE_COMPRESSION, "01")
                .decimals(Tag.LOSSY_IMAGE_COMPRESSION_RATIO, how.ratio())
                .text(Tag.LOSSY_IMAGE_COMPRESSION_METHOD, how.method()));
    return image.build();
  }

  /** Left or right, or nothing. */
  private static String laterality(DataSet header) {
    String series = header.text(Tag.LATERALITY);
    String side = series.isEmpty() ? header.text(Tag.IMAGE_LATERALITY) : series;
    return side.equals("L") || side.equals("R") ? side : "";
  }

  /** Both directions, or none. */
  private static String orientation(DataSet header) {
    List<String> directions = header.texts(Tag.PATIENT_ORIENTATION);
    boolean right =
        directions.size() == 2 && directions.stream().allMatch(one -> one.matches("[ALHPRF]{1,3}"));
    return right ? String.join("\\", directions) : "";
  }
}
