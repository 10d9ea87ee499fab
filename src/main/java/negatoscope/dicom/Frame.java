package negatoscope.dicom;

import negatoscope.codec.Decoded;

/**
 * One decoded frame: samples by pixel, before any mask, palette or conversion of colour.
 *
 * @param pixels as many components as the photometric interpretation has samples; those of 4:2:2
 *     are already repeated. Of an uncompressed frame the samples have all bits allocated, garbage
 *     above Bits Stored included
 * @param photometric what the components are after decoding, which is RGB where a codec undid the
 *     colour transform
 */
public record Frame(Decoded pixels, PhotometricInterpretation photometric) {}
