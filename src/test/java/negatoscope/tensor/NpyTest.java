package negatoscope.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NpyTest {
  @Test
  void theHeaderIsWhatNumpyWritesAndTheValuesFollowLittleEndian() {
    byte[] bytes = Npy.encode(new float[] {1.5f, -2}, 2, 1);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("\u0093NUMPY\u0001\u0000v\u0000{'descr': '<f4', ");
    assertThat(text).contains("'fortran_order': False, 'shape': (2,1,), }");
    assertThat(text.charAt(127)).isEqualTo('\n');
    ByteBuffer values = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(values.getFloat(128)).isEqualTo(1.5f);
    assertThat(values.getFloat(132)).isEqualTo(-2f);
    assertThat(bytes).hasSize(136);
  }

  @Test
  void aShapeThatHoldsAnotherNumberIsRefused() {
    assertThatThrownBy(() -> Npy.encode(new float[3], 2, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
