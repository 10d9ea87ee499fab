package negatoscope.command.surroundings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import negatoscope.classification.Classifier;
import negatoscope.classification.EngineClassifier;
import negatoscope.dicom.Toolkits;
import negatoscope.intake.Intake;
import negatoscope.library.Home;
import negatoscope.library.Library;
import negatoscope.library.Model;
import negatoscope.network.Computing;
import negatoscope.network.Device;
import negatoscope.network.TensorFlowEngine;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import org.jspecify.annotations.Nullable;

/** The real things of this machine. May be used from any thread. */
public final class SystemWorkbench implements Workbench {
  private final Home home;
  private final Library library;
  private final Toolkits dicom = Toolkits.find();
  private final Intake intake = new Intake(dicom.preferred());
  private final List<EngineClassifier> open = new ArrayList<>();
  private @Nullable TensorFlowEngine engine;
  private volatile String computesOn = "";

  /** A workbench whose files lie in the given home. */
  public SystemWorkbench(Home home) {
    this.home = home;
    this.library = new Library(home);
  }

  @Override
  public Home home() {
    return home;
  }

  @Override
  public Intake intake() {
    return intake;
  }

  @Override
  public Library library() {
    return library;
  }

  @Override
  public Toolkits dicom() {
    return dicom;
  }

  @Override
  public synchronized TensorFlowEngine engine() {
    TensorFlowEngine started = engine;
    if (started == null) {
      started = TensorFlowEngine.start(home.natives());
      engine = started;
    }
    return started;
  }

  @Override
  public Computing computing() {
    return Computing.of(engine());
  }

  /** In a line, what the model opened last computes on; empty until there is one. */
  public String computesOn() {
    return computesOn;
  }

  @Override
  public String engineHealth() {
    TensorFlowEngine started = engine();
    try {
      List<String> changed = started.verifyNatives();
      if (changed.isEmpty()) {
        return "TensorFlow %s, whole, in %s".formatted(started.version(), started.nativesFolder());
      }
      throw new Failure(
          ErrorCode.NO_ENGINE,
          "TensorFlow's library in %s was changed: %s."
              .formatted(started.nativesFolder(), String.join(", ", changed)),
          "Delete that folder, so that it is unpacked again.");
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NO_ENGINE,
          "TensorFlow's library in " + started.nativesFolder() + " cannot be read.",
          "Check the rights of that folder.",
          e);
    }
  }

  @Override
  public synchronized Classifier classifier(Optional<String> model, Device device) {
    // Looked for first: without a model there is no need to wait for the engine.
    Model found = model.map(library::find).orElseGet(() -> library.preferred().model());
    open.removeIf(EngineClassifier::isClosed);
    EngineClassifier classifier = EngineClassifier.open(found, engine(), device);
    open.add(classifier);
    computesOn = device == Device.CPU ? computing().onCpu().line() : computing().line();
    return classifier;
  }

  @Override
  public synchronized void close() {
    open.forEach(Classifier::close);
    open.clear();
  }
}
