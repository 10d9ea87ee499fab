/**
 * A chest that never was: solids with the attenuation of tissue, and the radiograph that falls
 * behind them. Makes {@code sample-studies/}, the same bytes on every machine.
 *
 * <p>Main types: {@link negatoscope.phantom.Chest} (the anatomy), {@code
 * negatoscope.phantom.Exposure} (rays through the solids, Beer-Lambert), {@code
 * negatoscope.phantom.Detector} (scatter, noise, grey), {@link negatoscope.phantom.SampleStudies}
 * (the six files). Lengths are in millimetres: x to the picture's right (the patient's left side),
 * y down, z to the patient's front.
 */
@NullMarked
package negatoscope.phantom;

import org.jspecify.annotations.NullMarked;
