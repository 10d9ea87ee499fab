package negatoscope.dicom.object;

import java.util.Locale;
import java.util.Map;

/** What a model's class is called in SNOMED CT, where it has a name there. */
final class FindingCodes {
  private static final Map<String, Code> KNOWN =
      Map.of(
          "covid19", Code.sct("840539006", "COVID-19"),
          "covid", Code.sct("840539006", "COVID-19"),
          "pneumonia", Code.sct("233604007", "Pneumonia"),
          "viralpneumonia", Code.sct("75570004", "Viral pneumonia"),
          "bacterialpneumonia", Code.sct("53084003", "Bacterial pneumonia"),
          "tuberculosis", Code.sct("56717001", "Tuberculosis"),
          "normal", Code.sct("17621005", "Normal"));

  private FindingCodes() {}

  /** The code of a class, written in capitals, with hyphens or with blanks; else one of our own. */
  static Code of(String className) {
    String letters = className.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    Code known = KNOWN.get(letters);
    return known == null ? Code.own(className) : known;
  }
}
