package io.frontdesk.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LoadCommandTests {

	@ParameterizedTest
	@CsvSource({"--help, COMMAND", "api --help, --tickets", "mail -h, --mails"})
	void eachCommandTellsOfItsOptions(String arguments, String told) {
		var said = new StringWriter();
		var exit = new CommandLine(new LoadCommand()).setOut(new PrintWriter(said)).execute(arguments.split(" "));
		assertThat(exit).isZero();
		assertThat(said.toString()).contains(told);
	}

}
