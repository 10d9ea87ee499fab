package negatoscope.dicom;

import java.util.List;

/** The value representations with their facts (PS3.5 section 6.2). */
public enum Vr {
  AE(Kind.TEXT),
  AS(Kind.TEXT),
  AT(Kind.TAG, 4),
  CS(Kind.TEXT),
  DA(Kind.TEXT),
  DS(Kind.TEXT),
  DT(Kind.TEXT),
  FD(Kind.REAL, 8),
  FL(Kind.REAL, 4),
  IS(Kind.TEXT),
  LO(Kind.LOCAL_TEXT),
  LT(Kind.LOCAL_PARAGRAPH),
  OB(Kind.BYTES, 1),
  OD(Kind.BYTES, 8),
  OF(Kind.BYTES, 4),
  OL(Kind.BYTES, 4),
  OV(Kind.BYTES, 8),
  OW(Kind.BYTES, 2),
  PN(Kind.LOCAL_TEXT),
  SH(Kind.LOCAL_TEXT),
  SL(Kind.SIGNED, 4),
  SQ(Kind.SEQUENCE),
  SS(Kind.SIGNED, 2),
  ST(Kind.LOCAL_PARAGRAPH),
  SV(Kind.SIGNED, 8),
  TM(Kind.TEXT),
  UC(Kind.LOCAL_TEXT),
  UI(Kind.TEXT),
  UL(Kind.UNSIGNED, 4),
  UN(Kind.BYTES, 1),
  UR(Kind.PARAGRAPH),
  US(Kind.UNSIGNED, 2),
  UT(Kind.LOCAL_PARAGRAPH),
  UV(Kind.UNSIGNED, 8);

  private enum Kind {
    /** Several values, in the default repertoire. */
    TEXT,
    /** Several values, in the data set's character set. */
    LOCAL_TEXT,
    /** One value whose leading spaces matter. */
    PARAGRAPH,
    LOCAL_PARAGRAPH,
    TAG,
    SIGNED,
    UNSIGNED,
    REAL,
    BYTES,
    SEQUENCE
  }

  private static final List<Vr> ALL = List.of(values());

  private final Kind kind;
  private final int size;

  Vr(Kind kind) {
    this(kind, 1);
  }

  Vr(Kind kind, int size) {
    this.kind = kind;
    this.size = size;
  }

  /** Bytes of one value; 1 for text. */
  public int size() {
    return size;
  }

  /** Whether the value is characters. */
  public boolean isText() {
    return hasSeveralValues() || kind == Kind.PARAGRAPH || kind == Kind.LOCAL_PARAGRAPH;
  }

  /** Whether a backslash parts several values. */
  public boolean hasSeveralValues() {
    return kind == Kind.TEXT || kind == Kind.LOCAL_TEXT;
  }

  /** Whether Specific Character Set says how the characters are coded. */
  public boolean isLocal() {
    return kind == Kind.LOCAL_TEXT || kind == Kind.LOCAL_PARAGRAPH;
  }

  /** Whether the value is whole numbers. */
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED || kind == Kind.TAG;
  }

  /** Whether whole numbers may be negative. */
  public boolean isSigned() {
    return kind == Kind.SIGNED;
  }

  /** Whether the value is floating-point numbers. */
  public boolean isReal() {
    return kind == Kind.REAL;
  }

  /** Whether explicit syntaxes give the length in 32 bits, after two reserved bytes. */
  public boolean hasLongLength() {
    return switch (this) {
      case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
      default -> false;
    };
  }

  /** What fills an odd value up: a space after text, else zero. */
  public byte padding() {
    return (byte) (isText() && this != UI ? ' ' : 0);
  }

  /** By two letters, or UN where they name none. */
  public static Vr of(int first, int second) {
    for (int i = 0; i < ALL.size(); i++) {
      Vr vr = ALL.get(i);
      if (vr.name().charAt(0) == first && vr.name().charAt(1) == second) {
        return vr;
      }
    }
    return UN;
  }

  /** Whether two bytes are the letters of a value representation. */
  public static boolean names(int first, int second) {
    return of(first, second) != UN || (first == 'U' && second == 'N');
  }
}
