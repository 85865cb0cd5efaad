package io.frontdesk.local.cli;

import java.util.concurrent.Callable;

import io.frontdesk.local.keycloak.Tokens;
import io.frontdesk.local.stack.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "Prints an access token for the API, good for five minutes.")
final class TokenCommand implements Callable<Integer> {

	@Parameters(paramLabel = "USER", arity = "0..1", description = "An address, such as alice@frontdesk.test.")
	private String user = "";

	@Parameters(paramLabel = "PASSWORD", arity = "0..1", index = "1", defaultValue = "frontdesk", description = "frontdesk when left out.")
	private String password = "";

	@Option(names = "--admin-password", description = "Print the password of Keycloak's administrator, admin, instead.")
	private boolean adminPassword;

	@Override
	public Integer call() throws Exception {
		LocalStack stack = LocalStack.fromEnvironment();
		if (this.adminPassword) {
			System.out.println(stack.secrets().get("keycloak.admin"));
			return 0;
		}
		if (this.user.isEmpty()) {
			System.err.println("Whose token? For example: ./frontdesk token alice@frontdesk.test");
			return 2;
		}
		return switch (new Tokens(stack.issuer()).forPassword(this.user, this.password)) {
			case Tokens.Answer.Granted(String token) -> {
				System.out.println(token);
				yield 0;
			}
			case Tokens.Answer.Refused(String reason) -> {
				System.err.println(reason);
				yield 1;
			}
		};
	}

}
