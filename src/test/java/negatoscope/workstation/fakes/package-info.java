/** Stand-ins for the engine, the model's card and the background, for tests of the window. */
@org.jspecify.annotations.NullMarked
package negatoscope.workstation.fakes;
