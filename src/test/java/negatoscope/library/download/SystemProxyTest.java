package negatoscope.library.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemProxyTest {
  private static String chosen(Map<String, String> environment, String location) {
    return chosen(environment, ProxySelector.of(null), location);
  }

  private static String chosen(
      Map<String, String> environment, ProxySelector java, String location) {
    var address = new SystemProxy(environment, java).select(URI.create(location)).get(0).address();
    return address instanceof InetSocketAddress inet
        ? inet.getHostString() + ":" + inet.getPort()
        : "direct";
  }

  @Test
  void theEnvironmentNamesAProxyForEachScheme() {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "http://one:3128/", "http_proxy", "two:8080");
    assertThat(chosen(environment, "https://a.test/x")).isEqualTo("one:3128");
    assertThat(chosen(environment, "http://a.test/x")).isEqualTo("two:8080");
    assertThat(chosen(Map.of("all_proxy", "three"), "https://a.test/x")).isEqualTo("three:80");
    assertThat(chosen(Map.of(), "https://a.test/x")).isEqualTo("direct");
  }

  @Test
  void javasOwnSettingGoesFirst() {
    ProxySelector java = ProxySelector.of(InetSocketAddress.createUnresolved("java", 99));
    assertThat(chosen(Map.of("https_proxy", "one:1"), java, "https://a.test/"))
        .isEqualTo("java:99");
  }

  @Test
  void hostsMayBeExempt() {
    Map<String, String> environment =
        Map.of("https_proxy", "one:1", "no_proxy", "localhost, .b.test,c.test:443");
    assertThat(chosen(environment, "https://a.test/")).isEqualTo("one:1");
    assertThat(chosen(environment, "https://x.b.test/")).isEqualTo("direct");
    assertThat(chosen(environment, "https://c.test/")).isEqualTo("direct");
    assertThat(chosen(environment, "https://notc.test/")).isEqualTo("one:1");
    assertThat(chosen(Map.of("https_proxy", "one:1", "NO_PROXY", "*"), "https://a.test/"))
        .isEqualTo("direct");
  }

  @Test
  void aSettingThatIsNoAddressIsPassedOver() {
    assertThat(chosen(Map.of("https_proxy", "http://[bad"), "https://a.test/")).isEqualTo("direct");
    assertThat(chosen(Map.of("https_proxy", " "), "https://a.test/")).isEqualTo("direct");
    assertThat(chosen(Map.of("https_proxy", "socks5://a:1"), "https://a.test/"))
        .isEqualTo("direct");
  }
}
