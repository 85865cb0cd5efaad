package io.frontdesk.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LoadCommandTests {

	/** Where it is inherited, a command could set it back to what it is without it. */
	@ParameterizedTest
	@ValueSource(strings = {"--quick api", "api --quick", "--quick mail", "mail --quick", "--quick"})
	void quickIsHeardBeforeAndBehindTheCommand(String arguments) {
		var bench = new LoadCommand();
		new CommandLine(bench).parseArgs(arguments.split(" "));
		assertThat(bench.isQuick()).isTrue();
	}

	@Test
	void withoutQuickItIsNotQuick() {
		var bench = new LoadCommand();
		new CommandLine(bench).parseArgs("mail", "--mails", "7");
		assertThat(bench.isQuick()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({"--help, COMMAND", "api --help, --tickets", "mail -h, --mails"})
	void eachCommandTellsOfItsOptions(String arguments, String told) {
		var said = new StringWriter();
		var exit = new CommandLine(new LoadCommand()).setOut(new PrintWriter(said)).execute(arguments.split(" "));
		assertThat(exit).isZero();
		assertThat(said.toString()).contains(told);
	}

}
