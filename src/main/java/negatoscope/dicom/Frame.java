package negatoscope.dicom;

import negatoscope.codec.Decoded;

/**
 * One decoded frame: samples by pixel, before any mask, palette or conversion of colour.
 *
 * @param pixels as many components as the photometric interpretation has samples; those of 4:2:2
 *     are already repeated. Where {@link Decoded#bits} is Bits Allocated (uncompressed frames, RLE,
 *     some lossless streams), bits outside the stored ones may hold anything
 * @param photometric what the components are after decoding, which is RGB where a codec undid the
 *     colour transform
 */
public record Frame(Decoded pixels, PhotometricInterpretation photometric) {}
