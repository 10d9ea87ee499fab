package negatoscope.network;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_CloseSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteDeviceList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteSession;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
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

/** What TensorFlow can compute on here, asked by its C interface: its Java one does not tell. */
final class Devices {
  private Devices() {}

  /**
   * Types of the devices that a session with this configuration has: {@code CPU}, {@code GPU}.
   *
   * @param configuration as for the sessions to come, because the first one settles what all share
   */
  static List<String> types(ConfigProto configuration) {
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
        List<String> types = new ArrayList<>();
        for (int i = 0; i < TF_DeviceListCount(devices); i++) {
          types.add(TF_DeviceListType(devices, i, status).getString());
        }
        TF_DeleteDeviceList(devices);
        return types;
      } finally {
        TF_CloseSession(session, status);
        TF_DeleteSession(session, status);
      }
    }
  }
}
