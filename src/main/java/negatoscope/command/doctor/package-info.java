/**
 * {@code doctor}: is everything there and whole that the program needs?
 *
 * <p>Main types: {@link negatoscope.command.doctor.Doctor} makes the checks, none of which throws;
 * {@link negatoscope.command.doctor.DoctorCommand} shows them.
 *
 * <p>Threads: the command's.
 *
 * <pre>{@code
 * List<Doctor.Check> checks = new Doctor(around).checks();
 * int exit = Doctor.exit(checks);
 * }</pre>
 */
@NullMarked
package negatoscope.command.doctor;

import org.jspecify.annotations.NullMarked;
