package negatoscope.network;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_CloseSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteDeviceList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListMemoryBytes;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListType;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_NewSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SessionListDevices;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetConfig;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.proto.ConfigProto;

/**
 * What TensorFlow can compute on here, asked by its C interface: its Java one does not tell.
 * Neither tells a GPU's model; that is the driver's to say.
 */
final class Devices {
  private Devices() {}

  /**
   * The devices of a session with this configuration, the CPU first.
   *
   * @param configuration as for the sessions to come, because the first one settles what all share
   * @param gpus models that the driver names, one a GPU
   */
  static List<ComputeDevice> list(ConfigProto configuration, List<String> gpus) {
    try (TF_Status status = TF_Status.newStatus();
        TF_Graph graph = TF_Graph.newGraph();
        TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
        BytePointer bytes = new BytePointer(configuration.toByteArray())) {
      TF_SetConfig(options, bytes, bytes.capacity(), status);
      status.throwExceptionIfNotOK();
      TF_Session session = TF_NewSession(graph, options, status);
      status.throwExceptionIfNotOK();
      try {
        TF_DeviceList devices = TF_SessionListDevices(session, status);
        status.throwExceptionIfNotOK();
        List<ComputeDevice> found = new ArrayList<>();
        for (int i = 0; i < TF_DeviceListCount(devices); i++) {
          String type = TF_DeviceListType(devices, i, status).getString();
          long memory = TF_DeviceListMemoryBytes(devices, i, status);
          found.add(new ComputeDevice(type, type, memory));
        }
        TF_DeleteDeviceList(devices);
        return named(found, gpus);
      } finally {
        TF_CloseSession(session, status);
        TF_DeleteSession(session, status);
      }
    }
  }

  /** TensorFlow orders GPUs in another way than the driver: only like ones can be named. */
  static List<ComputeDevice> named(List<ComputeDevice> devices, List<String> gpus) {
    if (gpus.stream().distinct().count() != 1) {
      return List.copyOf(devices);
    }
    return devices.stream()
        .map(
            device ->
                device.isGpu()
                    ? new ComputeDevice(device.type(), gpus.get(0), device.memory())
                    : device)
        .toList();
  }
}
