package negatoscope.training.cache;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Parts of files mapped into memory for a moment. What is mapped counts as the process's memory, so
 * a training on many films must not leave it mapped; and Java would unmap it only when it next
 * collects garbage.
 */
final class Windows {
  private static final Optional<MethodHandle> UNMAP = unmap();

  private Windows() {}

  /**
   * Maps a part of a file, lets it be read, and unmaps it.
   *
   * @param reader is handed the part, little-endian; must not keep it
   * @throws IOException also where the file has become shorter meanwhile
   */
  static void read(FileChannel file, long place, int bytes, Consumer<ByteBuffer> reader)
      throws IOException {
    if (place + bytes > file.size()) {
      throw new IOException("the file is shorter than it was");
    }
    MappedByteBuffer window = file.map(FileChannel.MapMode.READ_ONLY, place, bytes);
    try {
      reader.accept(window.duplicate().order(ByteOrder.LITTLE_ENDIAN));
    } catch (InternalError e) {
      throw new IOException("the file became shorter while it was read", e);
    } finally {
      release(window);
    }
  }

  private static void release(MappedByteBuffer window) {
    if (UNMAP.isPresent()) {
      try {
        UNMAP.get().invoke((ByteBuffer) window);
      } catch (Throwable e) {
        throw new IllegalStateException("a mapped buffer can be unmapped", e);
      }
    }
  }

  /** Java's own way to unmap; without it the collector does it later. */
  private static Optional<MethodHandle> unmap() {
    try {
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field instance = unsafe.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      return Optional.of(
          MethodHandles.lookup()
              .findVirtual(
                  unsafe, "invokeCleaner", MethodType.methodType(void.class, ByteBuffer.class))
              .bindTo(instance.get(null)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
