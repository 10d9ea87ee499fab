package negatoscope.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import negatoscope.library.download.Download;
import negatoscope.network.Backbone;
import negatoscope.network.weights.OfficialWeights;
import negatoscope.network.weights.WeightFiles;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;

/**
 * The weights at hand, each content once: a folder of {@link Home#weights} named by the file's
 * SHA-256, with the file and {@code weights.json} in it. May be used from any thread, and by
 * several processes.
 */
public final class WeightStore {
  private static final long LEAST_SPARE_BYTES = 16L << 20;

  private final WeightFolder folder;
  private final List<OfficialWeights> published;
  private final Download download;

  /** The weights of a home folder. */
  public WeightStore(Home home) {
    this(home, OfficialWeights.published(), Download.ofSystem());
  }

  /**
   * The same with other published files, or another way to them.
   *
   * @param published a file for each backbone that is downloaded
   */
  public WeightStore(Home home, List<OfficialWeights> published, Download download) {
    this.folder = new WeightFolder(home.weights());
    this.published = List.copyOf(published);
    this.download = download;
  }

  /**
   * What is stored, by backbone and name; a folder that is damaged is left out, and importing its
   * file again mends it.
   *
   * @throws Failure {@code NOT_READABLE}
   */
  public List<StoredWeights> list() {
    return folder.list();
  }

  /** The weights that a training of a backbone starts from: the official ones, else the first. */
  public Optional<StoredWeights> find(Backbone backbone) {
    return list().stream()
        .filter(stored -> stored.backbone() == backbone)
        .min(Comparator.comparing(stored -> !stored.official()));
  }

  /** Folders of stored weights that are damaged; importing their files again mends them. */
  public List<Path> damaged() {
    return folder.damaged();
  }

  /** Stored weights by their name. */
  public Optional<StoredWeights> named(String name) {
    return list().stream().filter(stored -> stored.name().equals(name)).findFirst();
  }

  /** Takes in a weight file whose licence is not known; see the other method of this name. */
  public StoredWeights importFile(
      Path file, Optional<Backbone> backbone, Progress progress, Cancellation cancellation) {
    return importFile(file, backbone, StoredWeights.NO_LICENCE, progress, cancellation);
  }

  /**
   * Takes in a weight file: checks that it holds all weights of a backbone, then copies it. A file
   * that is stored already is stored once.
   *
   * @param file a weight file of Keras (HDF5) or of ours ({@code weights.bin})
   * @param backbone whose weights it should hold; empty to recognise it
   * @param licence under which it may be used; that of a published file is known
   * @param progress in bytes
   * @throws Failure {@code NOT_FOUND}, {@code NOT_READABLE}, {@code BAD_WEIGHTS}, {@code CHANGED}
   *     if the file changes meanwhile, {@code NOT_WRITABLE}, {@code DISK_FULL}
   */
  public StoredWeights importFile(
      Path file,
      Optional<Backbone> backbone,
      String licence,
      Progress progress,
      Cancellation cancellation) {
    FileDigest digest = digest(file, progress, cancellation);
    Backbone found = WeightFiles.read(file, backbone).backbone();
    cancellation.check();
    Optional<OfficialWeights> official =
        published.stream().filter(one -> digest.md5().equals(one.md5())).findFirst();
    StoredWeights stored =
        folder.stored(
            found,
            String.valueOf(file.getFileName()),
            digest,
            official.isPresent(),
            official.map(OfficialWeights::licence).orElse(licence));
    return folder.add(
        stored,
        to -> {
          try (var out = Files.newOutputStream(to)) {
            FileDigest copied = FileDigest.copy(file, out, progress, cancellation);
            if (!copied.equals(digest)) {
              throw new Failure(
                  ErrorCode.CHANGED,
                  file + " changed while it was copied.",
                  "Import it when it is complete.");
            }
          }
        });
  }

  /**
   * Fetches the published weights of a backbone from {@link OfficialWeights#location}, and from
   * nowhere else, then takes them in. What a broken or cancelled transfer left is kept, and the
   * next one goes on from there.
   *
   * @param progress in bytes
   * @throws Failure {@code NOT_FOUND} if they are no longer there, {@code NOT_READABLE} if the
   *     place cannot be reached, {@code BAD_WEIGHTS} if the hash is not the published one, {@code
   *     NOT_WRITABLE}, {@code DISK_FULL}, {@code BUSY} if another download of them is going on
   */
  public StoredWeights download(Backbone backbone, Progress progress, Cancellation cancellation) {
    Optional<StoredWeights> there = find(backbone).filter(StoredWeights::official);
    if (there.isPresent()) {
      return there.get();
    }
    OfficialWeights official = published(backbone);
    Path part = folder.path().resolve(official.file() + ".part");
    long most = official.tensorBytes() + official.tensorBytes() / 4 + LEAST_SPARE_BYTES;
    download.fetch(official.location(), most, part, progress, cancellation);
    try {
      FileDigest digest = digest(part, progress, cancellation);
      if (official.md5() != null && !official.md5().equals(digest.md5())) {
        throw new Failure(
            ErrorCode.BAD_WEIGHTS,
            "What came from %s has the MD5 %s, and Keras states %s."
                .formatted(official.location(), digest.md5(), official.md5()),
            "It was thrown away; download it again, or get the file elsewhere and import it.");
      }
      WeightFiles.read(part, Optional.of(backbone));
      StoredWeights stored =
          folder.add(
              folder.stored(backbone, official.file(), digest, true, official.licence()),
              to -> Files.move(part, to));
      Download.discard(part);
      return stored;
    } catch (Failure e) {
      try {
        Download.discard(part);
      } catch (Failure left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  /** Where the weights of a backbone are downloaded from, and what is known of them. */
  public OfficialWeights published(Backbone backbone) {
    return published.stream().filter(one -> one.backbone() == backbone).findFirst().orElseThrow();
  }

  /**
   * Deletes stored weights; those that are gone already stay gone.
   *
   * @throws Failure {@code NOT_WRITABLE}
   */
  public void remove(StoredWeights stored) {
    folder.remove(stored);
  }

  private static FileDigest digest(Path file, Progress progress, Cancellation cancellation) {
    if (!Files.isRegularFile(file)) {
      throw new Failure(ErrorCode.NOT_FOUND, "There is no file " + file + ".", "Check the path.");
    }
    try {
      return FileDigest.of(file, progress, cancellation);
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.NOT_READABLE, file + " cannot be read.", "Check that you may read it.", e);
    }
  }
}
