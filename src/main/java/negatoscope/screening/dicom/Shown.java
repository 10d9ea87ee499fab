package negatoscope.screening.dicom;

import negatoscope.network.CamMethod;
import negatoscope.rendering.ColourPicture;
import negatoscope.rendering.HeatMapSheet;

/**
 * A heat map as a picture, with the words burned in.
 *
 * @param className the class that it speaks for
 * @param method how it was made
 * @param picture the sheet as colours
 */
public record Shown(String className, CamMethod method, ColourPicture picture) {
  /** The picture of a sheet. */
  public static Shown of(HeatMapSheet sheet, CamMethod method) {
    return new Shown(sheet.caption().className(), method, sheet.colours());
  }
}
