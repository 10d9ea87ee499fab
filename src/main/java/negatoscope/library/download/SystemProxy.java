package negatoscope.library.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that this system asks programs to use: Java's own settings ({@code https.proxyHost} and
 * the desktop's), else the environment's {@code https_proxy}, {@code http_proxy}, {@code all_proxy}
 * and {@code no_proxy}, in either case. A proxy's password is not supported.
 */
public final class SystemProxy extends ProxySelector {
  private final Map<String, String> environment;
  private final @Nullable ProxySelector java;

  /** A selector of its parts, for tests. */
  SystemProxy(Map<String, String> environment, @Nullable ProxySelector java) {
    this.environment = Map.copyOf(environment);
    this.java = java;
  }

  /** The selector of this process. */
  public static SystemProxy ofSystem() {
    return new SystemProxy(System.getenv(), ProxySelector.getDefault());
  }

  @Override
  public List<Proxy> select(URI location) {
    List<Proxy> chosen = java == null ? List.of() : java.select(location);
    if (chosen.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
      return chosen;
    }
    String named = variable(location.getScheme() + "_proxy");
    Proxy proxy = proxy(named == null ? variable("all_proxy") : named);
    return List.of(proxy == null || isExempt(location) ? Proxy.NO_PROXY : proxy);
  }

  @Override
  public void connectFailed(URI location, SocketAddress address, IOException problem) {
    // The caller is told by its own exception.
  }

  private @Nullable String variable(String name) {
    String value = environment.get(name.toLowerCase(Locale.ROOT));
    value = value == null ? environment.get(name.toUpperCase(Locale.ROOT)) : value;
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable Proxy proxy(@Nullable String setting) {
    if (setting == null) {
      return null;
    }
    try {
      URI uri = URI.create(setting.contains("://") ? setting : "http://" + setting);
      if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
        return null;
      }
      int port = uri.getPort() < 0 ? 80 : uri.getPort();
      return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean isExempt(URI location) {
    String exempt = variable("no_proxy");
    String host = String.valueOf(location.getHost()).toLowerCase(Locale.ROOT);
    if (exempt == null) {
      return false;
    }
    for (String entry : exempt.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
      String name = entry.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
      if (entry.equals("*")
          || (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name)))) {
        return true;
      }
    }
    return false;
  }
}
