package negatoscope.dicom.builtin;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a piece of work takes of the heap, all garbage included, and of the processor. */
final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** Bytes that this thread has allocated so far. */
  static long bytes() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** Milliseconds that this thread has computed so far. */
  static long milliseconds() {
    return THREADS.getCurrentThreadCpuTime() / 1_000_000;
  }

  /** Bytes that some work allocates when its classes are loaded. */
  static long of(Runnable work) {
    work.run();
    long before = bytes();
    work.run();
    return bytes() - before;
  }
}
