/**
 * {@code classify}: what one or more models say of films, as a table or JSON lines, with heat-map
 * pictures, their checks, and tensors for other programs.
 *
 * <p>Main types: {@link negatoscope.command.classify.ClassifyCommand} holds the options, {@link
 * negatoscope.command.classify.ClassifyJob} is the whole run as a terminal shows it, {@link
 * negatoscope.command.classify.ClassifyRun} asks the models film by film, an {@link
 * negatoscope.command.classify.AnswerWriter} writes what they said.
 *
 * <p>Threads: the command's; models answer on engine threads of their own.
 *
 * <p>File format: standard output, a JSON object a film and line; heat maps are PNG, tensors {@code
 * .npy}.
 *
 * <pre>{@code
 * int exit =
 *     new ClassifyJob(around, List.of(), Device.AUTO, pictures, Optional.empty(), Optional.empty())
 *         .run(List.of(Path.of("films")), Format.TEXT);
 * }</pre>
 */
@NullMarked
package negatoscope.command.classify;

import org.jspecify.annotations.NullMarked;
