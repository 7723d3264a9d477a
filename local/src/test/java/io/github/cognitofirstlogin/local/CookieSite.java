package io.github.cognitofirstlogin.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A running stack in one shape of the cookies, and the web server of its pages. */
final class CookieSite implements AutoCloseable {

  private final CookieHosts hosts;
  private final NodeScript pages;
  private final RunningStack stack;
  private final int pagePort;
  private final RunningStack.Report report;
  private final ByteArrayOutputStream log;

  private CookieSite(
      CookieHosts hosts,
      NodeScript pages,
      RunningStack stack,
      int pagePort,
      RunningStack.Report report,
      ByteArrayOutputStream log) {
    this.hosts = hosts;
    this.pages = pages;
    this.stack = stack;
    this.pagePort = pagePort;
    this.report = report;
    this.log = log;
  }

  static CookieSite start(CookieHosts hosts) throws Exception {
    var pages = NodeScript.start("pages.mjs");
    var pagePort = Integer.parseInt(pages.line());
    var request = new RunningStack.Request(Path.of(""), 0, 0, hosts.context(pagePort));
    var log = new ByteArrayOutputStream();
    var stack = RunningStack.of(request, Map.of(), new WatchedLog(log));
    var site = new CookieSite(hosts, pages, stack, pagePort, stack.start(), log);
    if (hosts == CookieHosts.SAME_ORIGIN) {
      pages.say(hosts.page() + " " + site.apiPort());
      assertThat(pages.line()).isEqualTo("in front");
    }
    return site;
  }

  PrintedPool pool() {
    return PrintedPool.of(report);
  }

  String page() {
    return address(hosts.page());
  }

  /** The API's address as pages call it. */
  String api() {
    return hosts == CookieHosts.SAME_ORIGIN
        ? "http://%s:%d".formatted(hosts.page(), pagePort)
        : "http://%s:%d".formatted(hosts.api(), apiPort());
  }

  List<String> foreignPages() {
    return hosts.foreign().stream().map(this::address).toList();
  }

  /** Sets a cookie without a session, for a third site. */
  String probe() {
    return "http://probe.localhost:%d/probe".formatted(pagePort);
  }

  /** One line of JSON for each request so far. */
  List<String> functionLog() {
    var mark = "[function] ";
    return log.toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }

  @Override
  public void close() {
    stack.close();
    pages.close();
  }

  private int apiPort() {
    return URI.create(report.apiUrl()).getPort();
  }

  private String address(String host) {
    return "http://%s:%d/page".formatted(host, pagePort);
  }
}
