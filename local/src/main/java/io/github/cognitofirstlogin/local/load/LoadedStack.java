package io.github.cognitofirstlogin.local.load;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A {@code bin/local} in a JVM of its own, whose memory can be read. */
final class LoadedStack implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("^\\S+\\.ApiUrl = (\\S+)$");
  private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  /** In bytes; the resident set is 0 where the system does not tell it. */
  record Memory(long heapAfterCollection, long residentSet) {}

  private final Process process;
  private final String apiUrl;
  private final JMXConnector jmx;
  private final MemoryMXBean memory;
  private final ThreadMXBean threads;

  LoadedStack(Path jar, Map<String, String> environment) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseG1GC",
            "-Xmx512m",
            // In Lambda an instance serves one request at a time and keeps one connection.
            "-Dhttp.maxConnections=100",
            "-jar",
            jar.toString(),
            "--port",
            "0");
    builder.environment().putAll(environment);
    process = builder.redirectErrorStream(true).start();
    var ready = new CompletableFuture<String>();
    var reader = new Thread(() -> read(ready), "stack");
    reader.setDaemon(true);
    reader.start();
    try {
      apiUrl = ready.get();
      jmx = connect(process.pid());
      var server = jmx.getMBeanServerConnection();
      memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
      threads = ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class);
    } catch (ExecutionException e) {
      process.destroy();
      throw new IOException("bin/local does not get ready", e);
    }
  }

  String apiUrl() {
    return apiUrl;
  }

  /** Collects first: what is left is in use. */
  Memory memory() throws IOException {
    memory.gc();
    return new Memory(memory.getHeapMemoryUsage().getUsed(), residentSet());
  }

  int mostThreads() {
    return threads.getPeakThreadCount();
  }

  @Override
  public void close() throws IOException {
    jmx.close();
    process.destroy();
  }

  /** To the end, and whatever it says: a log that nobody reads stops who writes it. */
  private void read(CompletableFuture<String> ready) {
    var url = "";
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var found = URL.matcher(line);
        url = found.matches() ? found.group(1) : url;
        if (line.startsWith("Ready")) {
          ready.complete(url);
        }
      }
    } catch (IOException e) {
      // The process has ended.
    }
    ready.completeExceptionally(new IOException("it ended"));
  }

  private long residentSet() throws IOException {
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    var rss = RSS.matcher(Files.readString(status));
    return rss.find() ? Long.parseLong(rss.group(1)) * 1024 : 0;
  }

  /** Whom it trusts is the process that was started here. */
  @SuppressWarnings("BanJNDI")
  private static JMXConnector connect(long pid) throws IOException {
    try {
      var machine = VirtualMachine.attach(Long.toString(pid));
      try {
        return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException("the memory of another JVM cannot be read", e);
    }
  }
}
