package negatoscope.dicom.dcm4che;

/** How much of a file is read. */
enum Reach {
  /** Up to Pixel Data. */
  HEADER,
  /** All elements, but of Pixel Data and of very large values only the place. */
  PLACES,
  /** Everything. */
  WHOLE
}
