package negatoscope.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import negatoscope.network.graph.ConstantWeights;
import negatoscope.network.graph.Initialisers;
import negatoscope.network.graph.ServingGraph;
import negatoscope.network.graph.WrittenConstants;
import negatoscope.network.savedmodel.SavedModelWriter;
import negatoscope.network.savedmodel.StoredModel;
import negatoscope.task.ErrorCode;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.TensorFlow;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.types.TFloat32;

/** {@link Engine} by TensorFlow Java on the native library of this platform. */
public final class TensorFlowEngine implements Engine {
  /**
   * Training has branches, and gradients of inputs beside those of kernels, that are too small for
   * all processors; an answer is no quicker for it.
   */
  private static final int OPERATIONS_OF_TRAINING = 2;

  /** Answers are computed on the thread that asks, so that two of them do not wait for another. */
  private static final int IN_CALLER = -1;

  private final Natives natives;
  private final Device auto;

  private TensorFlowEngine(Natives natives, Device auto) {
    this.natives = natives;
    this.auto = auto;
  }

  /**
   * Unpacks the native library below the given folder if it is not there yet, and loads it. Never
   * goes to the network.
   *
   * @throws NetworkException {@code NO_ENGINE}
   */
  public static TensorFlowEngine start(Path nativesFolder) {
    Natives natives = Natives.in(nativesFolder, TensorFlowEngine.class.getClassLoader());
    System.setProperty("org.bytedeco.javacpp.platform.preloadpath", natives.folder().toString());
    System.setProperty("org.bytedeco.javacpp.platform.linkpath", natives.folder().toString());
    System.setProperty("org.bytedeco.javacpp.pathsfirst", "true");
    System.setProperty("org.bytedeco.javacpp.cachedir", natives.folder().toString());
    System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
    System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    try {
      Loader.loadProperties(true);
      TensorFlow.version();
    } catch (LinkageError e) {
      throw new NetworkException(
          ErrorCode.NO_ENGINE,
          "TensorFlow could not be loaded from %s: %s.".formatted(natives.folder(), e.getMessage()),
          "Delete that folder, so that it is unpacked again, and see that this machine has AVX.",
          e);
    }
    return new TensorFlowEngine(natives, Device.AUTO);
  }

  /** Where the native library lies. */
  public Path nativesFolder() {
    return natives.folder();
  }

  /**
   * Hashes the unpacked library again.
   *
   * @return names of files that are not as they were unpacked
   */
  public List<String> verifyNatives() throws IOException {
    return natives.verify();
  }

  @Override
  public String version() {
    return TensorFlow.version();
  }

  @Override
  public long memory() {
    return Pointer.physicalBytes();
  }

  @Override
  public List<ComputeDevice> devices() {
    return Devices.list(configuration(Device.AUTO), gpu().gpus());
  }

  @Override
  public GpuSupport gpu() {
    return new GpuLook(Path.of("").toAbsolutePath().getRoot(), TensorFlowEngine::loads)
        .look(Natives.gpuPossible(), natives.forGpu());
  }

  /** Whether the system finds a shared library by its name. */
  static boolean loads(String library) {
    try {
      Loader.loadGlobal(library);
      return true;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }

  @Override
  public TensorFlowEngine on(Device device) {
    check(device);
    return new TensorFlowEngine(natives, device);
  }

  private void check(Device device) {
    if (device == Device.GPU && !hasGpu()) {
      throw new NetworkException(
          ErrorCode.NO_DEVICE,
          gpu().hindrance().orElse("This machine has no NVIDIA GPU with a driver."),
          "Leave the choice of the device to the program, or use --device cpu.");
    }
  }

  @Override
  public ServingModel open(Path modelFolder, Device device) {
    check(device);
    requireModel(modelFolder);
    try {
      return new SessionServingModel(StoredModel.open(modelFolder, configured(device)));
    } catch (IOException | TensorFlowException e) {
      throw damaged(modelFolder, e);
    }
  }

  @Override
  public ServingModel openRandomised(Path modelFolder, Randomised what, long seed, Device device) {
    check(device);
    requireModel(modelFolder);
    try {
      return new SessionServingModel(
          StoredModel.openRandomised(modelFolder, what, seed, configured(device)));
    } catch (IOException | TensorFlowException e) {
      throw damaged(modelFolder, e);
    }
  }

  private static void requireModel(Path modelFolder) {
    if (!Files.isRegularFile(modelFolder.resolve(StoredModel.FILE))) {
      throw new NetworkException(
          ErrorCode.BAD_MODEL,
          "%s holds no %s.".formatted(modelFolder, StoredModel.FILE),
          "Choose a model folder.");
    }
  }

  private static NetworkException damaged(Path modelFolder, Exception e) {
    return new NetworkException(
        ErrorCode.BAD_MODEL,
        "%s could not be opened as a model: %s".formatted(modelFolder, firstLine(e)),
        "Choose a model that this program exported.",
        e);
  }

  @Override
  public TrainingNetwork train(NetworkSpec spec, TrainingPlan plan, Weights start, long seed) {
    NetworkSize.of(spec).requireStorable();
    Weights all = start.with(Initialisers.missing(spec, start, seed));
    return new SessionTrainingNetwork(spec, plan, all, configuration(auto, OPERATIONS_OF_TRAINING));
  }

  @Override
  public void export(NetworkSpec spec, Weights weights, double temperature, Path folder) {
    NetworkSize.of(spec).requireStorable();
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      WrittenConstants constants = new WrittenConstants(tf);
      Map<String, Operand<TFloat32>> named =
          ServingGraph.build(tf, spec, new ConstantWeights(constants, weights), temperature);
      SavedModelWriter.write(graph.toGraphDef(), constants.values(), named, folder);
    }
  }

  private ConfigProto configured(Device device) {
    return configuration(device == Device.AUTO ? auto : device);
  }

  static ConfigProto configuration(Device device) {
    return configuration(device, IN_CALLER);
  }

  /** A session's settings; {@code operations} of a graph may run at the same time. */
  private static ConfigProto configuration(Device device, int operations) {
    ConfigProto.Builder builder =
        ConfigProto.newBuilder()
            .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
            .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriting()))
            .setInterOpParallelismThreads(operations)
            // A thread that spins keeps those that read films from the processor.
            .setExperimental(ConfigProto.Experimental.newBuilder().setDisableThreadSpinning(true))
            .setIntraOpParallelismThreads(Runtime.getRuntime().availableProcessors());
    if (device == Device.CPU) {
      builder.putDeviceCount("GPU", 0);
    }
    return builder.build();
  }

  /**
   * Only the fusing of convolution, bias and activation is left to TensorFlow's rewriter: graphs
   * are already folded, and on an unrolled LSTM its other passes take seconds at the first run and
   * gain nothing.
   */
  private static RewriterConfig rewriting() {
    RewriterConfig.Toggle off = RewriterConfig.Toggle.OFF;
    return RewriterConfig.newBuilder()
        .setConstantFolding(off)
        .setLayoutOptimizer(off)
        .setArithmeticOptimization(off)
        .setDependencyOptimization(off)
        .setShapeOptimization(off)
        .setFunctionOptimization(off)
        .setImplementationSelector(off)
        .setLoopOptimization(off)
        .setCommonSubgraphElimination(off)
        .setMemoryOptimization(RewriterConfig.MemOptType.NO_MEM_OPT)
        .setMetaOptimizerIterations(RewriterConfig.NumIterationsType.ONE)
        .build();
  }

  private static String firstLine(Exception e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
