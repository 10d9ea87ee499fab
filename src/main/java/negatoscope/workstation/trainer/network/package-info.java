/**
 * The wizard's middle steps: which network from which weights, and how it is trained.
 *
 * <p>Main types: {@link negatoscope.workstation.trainer.network.NetworkViewModel} and {@link
 * negatoscope.workstation.trainer.network.SettingsViewModel}.
 *
 * <p>Threads: view models live on the JavaFX thread; files are read and estimates measured on the
 * runners handed in.
 *
 * <pre>{@code
 * NetworkViewModel network = new NetworkViewModel(weights, Platform::runLater);
 * SettingsViewModel settings = new SettingsViewModel(network, classes, desk, engineRunner);
 * settings.epochsProperty().set(3);
 * settings.recipe(); // empty where a value cannot be
 * }</pre>
 */
@NullMarked
package negatoscope.workstation.trainer.network;

import org.jspecify.annotations.NullMarked;
