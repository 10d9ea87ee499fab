package negatoscope.dicom;

/** Tags of data elements (PS3.6) that this program speaks of, group in the upper 16 bits. */
public final class Tag {
  public static final int FILE_META_INFORMATION_GROUP_LENGTH = 0x00020000;
  public static final int FILE_META_INFORMATION_VERSION = 0x00020001;
  public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
  public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
  public static final int TRANSFER_SYNTAX_UID = 0x00020010;
  public static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
  public static final int IMPLEMENTATION_VERSION_NAME = 0x00020013;
  public static final int OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY =
      0x00041200;
  public static final int DIRECTORY_RECORD_SEQUENCE = 0x00041220;
  public static final int OFFSET_OF_THE_NEXT_DIRECTORY_RECORD = 0x00041400;
  public static final int RECORD_IN_USE_FLAG = 0x00041410;
  public static final int OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY = 0x00041420;
  public static final int DIRECTORY_RECORD_TYPE = 0x00041430;
  public static final int REFERENCED_FILE_ID = 0x00041500;
  public static final int REFERENCED_SOP_INSTANCE_UID_IN_FILE = 0x00041511;
  public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
  public static final int IMAGE_TYPE = 0x00080008;
  public static final int SOP_CLASS_UID = 0x00080016;
  public static final int SOP_INSTANCE_UID = 0x00080018;
  public static final int STUDY_DATE = 0x00080020;
  public static final int ACQUISITION_DATE = 0x00080022;
  public static final int CONTENT_DATE = 0x00080023;
  public static final int ACQUISITION_DATE_TIME = 0x0008002A;
  public static final int STUDY_TIME = 0x00080030;
  public static final int ACQUISITION_TIME = 0x00080032;
  public static final int CONTENT_TIME = 0x00080033;
  public static final int ACCESSION_NUMBER = 0x00080050;
  public static final int MODALITY = 0x00080060;
  public static final int CONVERSION_TYPE = 0x00080064;
  public static final int PRESENTATION_INTENT_TYPE = 0x00080068;
  public static final int MANUFACTURER = 0x00080070;
  public static final int REFERRING_PHYSICIAN_NAME = 0x00080090;
  public static final int CODE_VALUE = 0x00080100;
  public static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
  public static final int CODE_MEANING = 0x00080104;
  public static final int MAPPING_RESOURCE = 0x00080105;
  public static final int CODING_SCHEME_UID = 0x0008010C;
  public static final int CODING_SCHEME_IDENTIFICATION_SEQUENCE = 0x00080110;
  public static final int CODING_SCHEME_NAME = 0x00080115;
  public static final int CODING_SCHEME_RESPONSIBLE_ORGANIZATION = 0x00080116;
  public static final int LONG_CODE_VALUE = 0x00080119;
  public static final int TIMEZONE_OFFSET_FROM_UTC = 0x00080201;
  public static final int STUDY_DESCRIPTION = 0x00081030;
  public static final int SERIES_DESCRIPTION = 0x0008103E;
  public static final int MANUFACTURER_MODEL_NAME = 0x00081090;
  public static final int REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE = 0x00081111;
  public static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
  public static final int REFERENCED_SOP_CLASS_UID = 0x00081150;
  public static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
  public static final int REFERENCED_FRAME_NUMBER = 0x00081160;
  public static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
  public static final int DERIVATION_DESCRIPTION = 0x00082111;
  public static final int SOURCE_IMAGE_SEQUENCE = 0x00082112;
  public static final int PATIENT_NAME = 0x00100010;
  public static final int PATIENT_ID = 0x00100020;
  public static final int ISSUER_OF_PATIENT_ID = 0x00100021;
  public static final int TYPE_OF_PATIENT_ID = 0x00100022;
  public static final int PATIENT_BIRTH_DATE = 0x00100030;
  public static final int PATIENT_BIRTH_TIME = 0x00100032;
  public static final int PATIENT_SEX = 0x00100040;
  public static final int PATIENT_AGE = 0x00101010;
  public static final int PATIENT_SIZE = 0x00101020;
  public static final int PATIENT_WEIGHT = 0x00101030;
  public static final int ETHNIC_GROUP = 0x00102160;
  public static final int PATIENT_COMMENTS = 0x00104000;
  public static final int PATIENT_IDENTITY_REMOVED = 0x00120062;
  public static final int DEIDENTIFICATION_METHOD = 0x00120063;
  public static final int BODY_PART_EXAMINED = 0x00180015;
  public static final int DEVICE_UID = 0x00181002;
  public static final int SECONDARY_CAPTURE_DEVICE_MANUFACTURER = 0x00181016;
  public static final int SECONDARY_CAPTURE_DEVICE_MANUFACTURER_MODEL_NAME = 0x00181018;
  public static final int SECONDARY_CAPTURE_DEVICE_SOFTWARE_VERSIONS = 0x00181019;
  public static final int SOFTWARE_VERSIONS = 0x00181020;
  public static final int ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR = 0x00181114;
  public static final int IMAGER_PIXEL_SPACING = 0x00181164;
  public static final int SHUTTER_SHAPE = 0x00181600;
  public static final int SHUTTER_LEFT_VERTICAL_EDGE = 0x00181602;
  public static final int SHUTTER_RIGHT_VERTICAL_EDGE = 0x00181604;
  public static final int SHUTTER_UPPER_HORIZONTAL_EDGE = 0x00181606;
  public static final int SHUTTER_LOWER_HORIZONTAL_EDGE = 0x00181608;
  public static final int CENTER_OF_CIRCULAR_SHUTTER = 0x00181610;
  public static final int RADIUS_OF_CIRCULAR_SHUTTER = 0x00181612;
  public static final int VERTICES_OF_THE_POLYGONAL_SHUTTER = 0x00181620;
  public static final int SHUTTER_PRESENTATION_VALUE = 0x00181622;
  public static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
  public static final int VIEW_POSITION = 0x00185101;
  public static final int STUDY_INSTANCE_UID = 0x0020000D;
  public static final int SERIES_INSTANCE_UID = 0x0020000E;
  public static final int STUDY_ID = 0x00200010;
  public static final int SERIES_NUMBER = 0x00200011;
  public static final int INSTANCE_NUMBER = 0x00200013;
  public static final int PATIENT_ORIENTATION = 0x00200020;
  public static final int LATERALITY = 0x00200060;
  public static final int IMAGE_LATERALITY = 0x00200062;
  public static final int IMAGE_COMMENTS = 0x00204000;
  public static final int SAMPLES_PER_PIXEL = 0x00280002;
  public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
  public static final int PLANAR_CONFIGURATION = 0x00280006;
  public static final int NUMBER_OF_FRAMES = 0x00280008;
  public static final int ROWS = 0x00280010;
  public static final int COLUMNS = 0x00280011;
  public static final int PIXEL_SPACING = 0x00280030;
  public static final int PIXEL_ASPECT_RATIO = 0x00280034;
  public static final int BITS_ALLOCATED = 0x00280100;
  public static final int BITS_STORED = 0x00280101;
  public static final int HIGH_BIT = 0x00280102;
  public static final int PIXEL_REPRESENTATION = 0x00280103;
  public static final int PIXEL_PADDING_VALUE = 0x00280120;
  public static final int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;
  public static final int BURNED_IN_ANNOTATION = 0x00280301;
  public static final int PIXEL_SPACING_CALIBRATION_TYPE = 0x00280A02;
  public static final int WINDOW_CENTER = 0x00281050;
  public static final int WINDOW_WIDTH = 0x00281051;
  public static final int RESCALE_INTERCEPT = 0x00281052;
  public static final int RESCALE_SLOPE = 0x00281053;
  public static final int RESCALE_TYPE = 0x00281054;
  public static final int WINDOW_CENTER_WIDTH_EXPLANATION = 0x00281055;
  public static final int VOI_LUT_FUNCTION = 0x00281056;
  public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281101;
  public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281201;
  public static final int SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA = 0x00281221;
  public static final int LOSSY_IMAGE_COMPRESSION = 0x00282110;
  public static final int LOSSY_IMAGE_COMPRESSION_RATIO = 0x00282112;
  public static final int LOSSY_IMAGE_COMPRESSION_METHOD = 0x00282114;
  public static final int MODALITY_LUT_SEQUENCE = 0x00283000;
  public static final int LUT_DESCRIPTOR = 0x00283002;
  public static final int LUT_EXPLANATION = 0x00283003;
  public static final int LUT_DATA = 0x00283006;
  public static final int VOI_LUT_SEQUENCE = 0x00283010;
  public static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;
  public static final int RELATIONSHIP_TYPE = 0x0040A010;
  public static final int VALUE_TYPE = 0x0040A040;
  public static final int CONCEPT_NAME_CODE_SEQUENCE = 0x0040A043;
  public static final int CONTINUITY_OF_CONTENT = 0x0040A050;
  public static final int UID = 0x0040A124;
  public static final int TEXT_VALUE = 0x0040A160;
  public static final int CONCEPT_CODE_SEQUENCE = 0x0040A168;
  public static final int PURPOSE_OF_REFERENCE_CODE_SEQUENCE = 0x0040A170;
  public static final int MEASURED_VALUE_SEQUENCE = 0x0040A300;
  public static final int NUMERIC_VALUE = 0x0040A30A;
  public static final int PERFORMED_PROCEDURE_CODE_SEQUENCE = 0x0040A372;
  public static final int CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE = 0x0040A375;
  public static final int COMPLETION_FLAG = 0x0040A491;
  public static final int COMPLETION_FLAG_DESCRIPTION = 0x0040A492;
  public static final int VERIFICATION_FLAG = 0x0040A493;
  public static final int PRELIMINARY_FLAG = 0x0040A496;
  public static final int CONTENT_TEMPLATE_SEQUENCE = 0x0040A504;
  public static final int CONTENT_SEQUENCE = 0x0040A730;
  public static final int TEMPLATE_IDENTIFIER = 0x0040DB00;
  public static final int VIEW_CODE_SEQUENCE = 0x00540220;
  public static final int PRESENTATION_LUT_SHAPE = 0x20500020;
  public static final int OVERLAY_ROWS = 0x60000010;
  public static final int OVERLAY_COLUMNS = 0x60000011;
  public static final int NUMBER_OF_FRAMES_IN_OVERLAY = 0x60000015;
  public static final int OVERLAY_DESCRIPTION = 0x60000022;
  public static final int OVERLAY_TYPE = 0x60000040;
  public static final int OVERLAY_ORIGIN = 0x60000050;
  public static final int IMAGE_FRAME_ORIGIN = 0x60000051;
  public static final int OVERLAY_BITS_ALLOCATED = 0x60000100;
  public static final int OVERLAY_BIT_POSITION = 0x60000102;
  public static final int OVERLAY_LABEL = 0x60001500;
  public static final int OVERLAY_DATA = 0x60003000;
  public static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
  public static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;
  public static final int FLOAT_PIXEL_DATA = 0x7FE00008;
  public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
  public static final int PIXEL_DATA = 0x7FE00010;
  public static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;

  public static final int ITEM = 0xFFFEE000;
  public static final int ITEM_DELIMITATION = 0xFFFEE00D;
  public static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;

  private Tag() {}

  /** Group number. */
  public static int group(int tag) {
    return tag >>> 16;
  }

  /** Whether the element belongs to a maker of machines rather than to the standard. */
  public static boolean isPrivate(int tag) {
    return (group(tag) & 1) == 1;
  }

  /** As the standard prints it: {@code (0010,0020)}. */
  public static String toString(int tag) {
    return "(%04X,%04X)".formatted(group(tag), tag & 0xFFFF);
  }
}
