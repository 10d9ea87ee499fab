package negatoscope.workstation.fakes;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * Files dragged in from elsewhere, as the window is told of them; the headless platform's own drag
 * fails now and then. On the JavaFX thread.
 */
public final class FakeDrag {
  private FakeDrag() {}

  /** Drops files on a target if it takes them; whether it did. */
  public static boolean drop(EventTarget target, List<Path> paths) {
    List<File> files = paths.stream().map(Path::toFile).toList();
    Dragboard dragboard = DragboardHelper.createDragboard(clipboard(files));
    DragEvent over = event(DragEvent.DRAG_OVER, dragboard);
    Event.fireEvent(target, over);
    if (!over.isAccepted()) {
      return false;
    }
    DragEvent dropped = event(DragEvent.DRAG_DROPPED, dragboard);
    Event.fireEvent(target, dropped);
    return dropped.isDropCompleted();
  }

  private static DragEvent event(EventType<DragEvent> type, Dragboard dragboard) {
    return new DragEvent(type, dragboard, 0, 0, 0, 0, TransferMode.COPY, null, null, null);
  }

  private static TKClipboard clipboard(List<File> files) {
    return (TKClipboard)
        Proxy.newProxyInstance(
            FakeDrag.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContentTypes" -> Set.of(DataFormat.FILES);
                  case "getTransferModes" -> Set.of(TransferMode.COPY);
                  case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                  case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? files : null;
                  default -> null;
                });
  }
}
