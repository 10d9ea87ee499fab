package negatoscope.dicom.object;

/** The concepts that a report speaks of (PS3.16 annex D, SNOMED CT, UCUM, RFC 5646). */
final class Concepts {
  static final Code REPORT = Code.dcm("126000", "Imaging Measurement Report");
  static final Code LANGUAGE = Code.dcm("121049", "Language of Content Item and Descendants");
  static final Code ENGLISH = new Code("en", "RFC5646", "English");
  static final Code OBSERVER_TYPE = Code.dcm("121005", "Observer Type");
  static final Code DEVICE = Code.dcm("121007", "Device");
  static final Code DEVICE_UID = Code.dcm("121012", "Device Observer UID");
  static final Code DEVICE_NAME = Code.dcm("121013", "Device Observer Name");
  static final Code DEVICE_MANUFACTURER = Code.dcm("121014", "Device Observer Manufacturer");
  static final Code DEVICE_MODEL = Code.dcm("121015", "Device Observer Model Name");
  static final Code PROCEDURE = Code.dcm("121058", "Procedure reported");
  static final Code CHEST_RADIOGRAPH = Code.sct("399208008", "Plain X-ray of chest");

  static final Code IMAGE_LIBRARY = Code.dcm("111028", "Image Library");
  static final Code IMAGE_LIBRARY_GROUP = Code.dcm("126200", "Image Library Group");
  static final Code MODALITY = Code.dcm("121139", "Modality");
  static final Code TARGET_REGION = Code.dcm("123014", "Target Region");
  static final Code CHEST = Code.sct("51185008", "Chest");
  static final Code LUNG = Code.sct("39607008", "Lung");

  static final Code MEASUREMENTS = Code.dcm("126010", "Imaging Measurements");
  static final Code ALGORITHM_NAME = Code.dcm("111001", "Algorithm Name");
  static final Code ALGORITHM_VERSION = Code.dcm("111003", "Algorithm Version");
  static final Code ALGORITHM_MANUFACTURER = Code.dcm("122405", "Algorithm Manufacturer");
  static final Code ALGORITHM_PARAMETERS = Code.dcm("111002", "Algorithm Parameters");
  static final Code ALGORITHM_FAMILY = Code.dcm("111000", "Algorithm Family");
  static final Code ARTIFICIAL_INTELLIGENCE = Code.dcm("123110", "Artificial Intelligence");

  static final Code GROUP = Code.dcm("125007", "Measurement Group");
  static final Code TRACKING_IDENTIFIER = Code.dcm("112039", "Tracking Identifier");
  static final Code TRACKING_UID = Code.dcm("112040", "Tracking Unique Identifier");
  static final Code FINDING = Code.dcm("121071", "Finding");
  static final Code FINDING_SITE = Code.sct("363698007", "Finding Site");
  static final Code VISUAL_EXPLANATION = Code.dcm("130401", "Visual explanation");

  /** How likely a finding is what it is taken for; in per cent, as in the CAD templates. */
  static final Code CERTAINTY = Code.dcm("111012", "Certainty of Finding");

  static final Code PERCENT = new Code("%", "UCUM", "Percent");
  static final Code SOURCE_OF_MEASUREMENT = Code.dcm("121112", "Source of Measurement");
  static final Code COMMENT = Code.dcm("121106", "Comment");
  static final Code SOURCE_IMAGE =
      Code.dcm("121322", "Source image for image processing operation");

  private Concepts() {}
}
