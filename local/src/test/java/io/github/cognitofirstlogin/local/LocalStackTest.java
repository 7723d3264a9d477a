package io.github.cognitofirstlogin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LocalStackTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      LocalStack.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot 1 | Unknown options: '--prot', '1'",
        "--port | Missing required parameter for option '--port' (PORT)",
        "--port x | Invalid value for option '--port': must be a port from 0 to 65535, got 'x'",
        "--port -1 | Invalid value for option '--port': must be a port from 0 to 65535, got '-1'",
        "--user-pool-port 65536 | Invalid value for option '--user-pool-port':"
            + " must be a port from 0 to 65535, got '65536'",
        "-c mfa | Invalid value for option '--context' (KEY=VALUE): must be KEY=VALUE, got 'mfa'",
        "--context =x | Invalid value for option '--context' (KEY=VALUE):"
            + " must be KEY=VALUE, got '=x'",
        "extra | Unmatched argument at index 0: 'extra'",
      })
  void misuseIsOneLineAndExitCode2(String arguments, String message) {
    assertThat(command.execute(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString()).isEqualTo(message + System.lineSeparator());
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helpNamesEveryOptionAndItsDefault() {
    assertThat(command.execute("--help")).isZero();
    assertThat(out.toString())
        .contains("--port=PORT", "8080", "--user-pool-port=PORT", "9229")
        .contains("-c, --context=KEY=VALUE", "--outputs-file=FILE", "--version");
  }

  @Test
  void contextIsTakenAsItIsAndRepeated() {
    var options = new Options();
    new CommandLine(options)
        .parseArgs("-c", "a=b=c", "--context", "d=e,f", "--context=g=", "-ch=i");
    assertThat(options.context()).isEqualTo(List.of("a=b=c", "d=e,f", "g=", "h=i"));
  }

  @Test
  void severalHostNamesOfTheUserPoolMayBeAllowed() {
    var options = new Options();
    new CommandLine(options)
        .parseArgs("--allow-host", "host.docker.internal", "--allow-host", "pool");

    assertThat(options.allowedHosts()).containsExactly("host.docker.internal", "pool");
  }

  @Test
  void portsHaveDefaultsAndTakeZero() {
    var options = new Options();
    new CommandLine(options).parseArgs("--port", "0");
    assertThat(options.port()).isZero();
    assertThat(options.userPoolPort()).isEqualTo(9229);
    assertThat(options.outputsFile()).isEmpty();
  }
}
