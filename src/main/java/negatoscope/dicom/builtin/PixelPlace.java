package negatoscope.dicom.builtin;

import java.util.Optional;
import negatoscope.dicom.Vr;

/**
 * Where the value of Pixel Data stands.
 *
 * @param vr its value representation
 * @param at its first byte
 * @param length its bytes as the file says; 0 where it is encapsulated
 * @param fragments where the pieces of an encapsulated value stand
 */
record PixelPlace(Vr vr, long at, long length, Optional<Fragments> fragments) {}
