package negatoscope.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import negatoscope.dicom.DicomToolkit;
import negatoscope.dicom.directory.DicomDirectory;
import negatoscope.dicom.directory.FileSet;
import negatoscope.film.FileTrouble;
import negatoscope.film.FilmException;
import negatoscope.intake.PassedOver.Reason;
import negatoscope.intake.archive.ZipArchive;
import negatoscope.task.Cancellation;
import negatoscope.task.ErrorCode;
import negatoscope.task.Failure;
import negatoscope.task.Progress;

/**
 * Looks for films in files, folders, archives and DICOMDIRs. The calling thread walks and hands on
 * what is found, in the order in which it lies; two others read headers ahead of it.
 */
final class Scan implements AutoCloseable {
  private static final int THREADS = 2;

  /** Files that may be read ahead. */
  private static final int AHEAD = 64;

  private final DicomToolkit dicom;
  private final FileExaminer examiner;
  private final Consumer<Found> to;
  private final Cancellation cancellation;
  private final Progress progress;
  private final ExecutorService readers;
  private final Deque<CompletableFuture<List<Found>>> pending = new ArrayDeque<>();
  private final Set<Path> handedOn = new HashSet<>();
  private final Map<String, Path> instances = new HashMap<>();
  private long looked;
  private long films;

  Scan(DicomToolkit dicom, Consumer<Found> to, Cancellation cancellation, Progress progress) {
    this.dicom = dicom;
    this.examiner = new FileExaminer(dicom);
    this.to = to;
    this.cancellation = cancellation;
    this.progress = progress;
    this.readers =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "intake-scan");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Looks into everything that was named; one path at a time, so that a failure has its place. */
  void run(List<Path> paths) {
    for (Path path : paths) {
      try {
        look(path);
      } catch (FilmException e) {
        drain();
        handOn(new Refused(path, e));
      }
    }
  }

  private void look(Path path) {
    if (!Files.exists(path)) {
      throw new FilmException(
          ErrorCode.NOT_FOUND, path, "is not there.", "Check the path " + path + ".");
    }
    if (Files.isDirectory(path)) {
      folder(path, path);
      return;
    }
    switch (FileKind.of(FirstBytes.of(path), dicom)) {
      case ZIP -> archive(path);
      case DIRECTORY -> directory(path);
      default -> add(CompletableFuture.supplyAsync(() -> named(path), readers), path);
    }
    drain();
  }

  /** A file that somebody chose is an entry whatever it is. */
  private List<Found> named(Path file) {
    Found found = examiner.examine(file).get(0);
    return List.of(
        found instanceof PassedOver over
            ? new Refused(
                file,
                new Failure(
                    over.reason() == Reason.UNREADABLE
                        ? ErrorCode.NOT_READABLE
                        : over.reason() == Reason.NO_PICTURE
                            ? ErrorCode.NO_PIXELS
                            : ErrorCode.NOT_A_FILM,
                    over.sentence(),
                    "Choose a film in DICOM, PNG, JPEG or TIFF."))
            : found);
  }

  /**
   * Looks below a folder.
   *
   * @param named what the user named: the folder, or a DICOMDIR in it
   */
  private void folder(Path folder, Path named) {
    long before = films;
    try {
      new FolderWalk(new IntoPending(named), Files::newDirectoryStream).walk(folder);
    } catch (IOException e) {
      throw FileTrouble.of(folder, e);
    }
    drain();
    if (films == before) {
      throw noFilm(folder);
    }
  }

  private static FilmException noFilm(Path named) {
    return new FilmException(
        ErrorCode.NOT_A_FILM,
        named,
        "holds no film.",
        "Open a folder or archive with DICOM, PNG, JPEG or TIFF films.");
  }

  private final class IntoPending implements FolderWalk.Taker {
    private final Path except;

    IntoPending(Path except) {
      this.except = except;
    }

    @Override
    public void file(Path file) {
      if (!file.equals(except)) {
        examine(file);
      }
    }

    @Override
    public void unreadable(Path path, IOException problem) {
      add(
          List.of(
              new PassedOver(path, Reason.UNREADABLE, FileTrouble.of(path, problem).sentence())),
          path);
    }
  }

  private void archive(Path file) {
    long before = films;
    try (ZipArchive archive = ZipArchive.open(file)) {
      for (ZipArchive.Entry entry : archive.entries()) {
        if (hidden(entry.path())) {
          continue;
        }
        if (entry.trouble().isPresent()) {
          add(List.of(packed(entry.path(), entry.trouble().get())), entry.path());
        } else {
          examine(entry.path());
        }
      }
      drain();
    }
    if (films == before) {
      throw noFilm(file);
    }
  }

  /** As in folders: what some systems put beside every file is no one's film. */
  private static boolean hidden(Path entry) {
    for (int i = 0; i < entry.getNameCount(); i++) {
      String name = entry.getName(i).toString();
      if (name.startsWith(".") && !name.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static PassedOver packed(Path entry, ZipArchive.Trouble trouble) {
    return switch (trouble) {
      case ENCRYPTED ->
          FileExaminer.passedOver(
              entry, Reason.ENCRYPTED, "is encrypted; unpack the archive with its password first.");
      case UNKNOWN_METHOD ->
          FileExaminer.passedOver(
              entry, Reason.NOT_UNPACKED, "is packed in a way that is not known here.");
      case TOO_LARGE ->
          FileExaminer.passedOver(
              entry, Reason.NOT_UNPACKED, "would be larger unpacked than any film.");
    };
  }

  /** Follows a DICOMDIR, or looks into the folder around one that is of no use. */
  private void directory(Path file) {
    List<DicomDirectory.Image> images;
    try {
      images = DicomDirectory.read(dicom, file).images();
    } catch (FilmException e) {
      images = List.of();
    }
    if (images.isEmpty()) {
      handOn(
          FileExaminer.passedOver(
              file, Reason.DAMAGED, "lists no film; the folder around it was searched instead."));
      Path absolute = file.toAbsolutePath();
      folder(absolute.resolveSibling(""), absolute);
      return;
    }
    handOn(FileExaminer.passedOver(file, Reason.DIRECTORY, "was followed to the films it lists."));
    FileSet files = FileSet.around(file);
    for (DicomDirectory.Image image : images) {
      files
          .find(image.fileId())
          .ifPresentOrElse(
              this::examine, () -> add(List.of(FileExaminer.missing(file, image)), file));
    }
  }

  private void examine(Path file) {
    add(CompletableFuture.supplyAsync(() -> examiner.examine(file), readers), file);
  }

  private void add(List<Found> known, Path file) {
    add(CompletableFuture.completedFuture(known), file);
  }

  private void add(CompletableFuture<List<Found>> found, Path file) {
    cancellation.check();
    progress.report(looked++, -1, file.toString());
    pending.add(found);
    while (pending.size() > AHEAD || (!pending.isEmpty() && pending.element().isDone())) {
      pending.remove().join().forEach(this::handOn);
    }
  }

  private void drain() {
    while (!pending.isEmpty()) {
      cancellation.check();
      pending.remove().join().forEach(this::handOn);
    }
  }

  private void handOn(Found found) {
    if (!(found instanceof FoundFilm film)) {
      films += found instanceof Refused ? 1 : 0;
      to.accept(found);
    } else if (handedOn.add(film.file().toAbsolutePath().normalize())) {
      films++;
      String instance = film.heading().sopInstanceUid();
      Path before = instance.isEmpty() ? null : instances.putIfAbsent(instance, film.file());
      to.accept(
          before == null
              ? film
              : FileExaminer.passedOver(
                  film.file(), Reason.DUPLICATE, "is the same film as " + before + "."));
    }
  }

  /** Stops the readers; what they read is of no use any more. */
  @Override
  public void close() {
    readers.shutdownNow();
  }
}
