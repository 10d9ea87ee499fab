package negatoscope.codec.jpeg2000;

import jj2000.j2k.util.MsgLogger;

/** Keeps the library from writing to the standard streams. */
final class NoMessages implements MsgLogger {
  @Override
  public void printmsg(int severity, String message) {}

  @Override
  public void println(String text, int firstIndent, int indent) {}

  @Override
  public void flush() {}
}
