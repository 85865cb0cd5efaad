package io.frontdesk.gateway.addresses;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.frontdesk.gateway.pages.MessagePage;
import io.frontdesk.gateway.pages.MessagePage.Question;

/** What the link in a mail about an address leads to. Who follows it need not have a login; what counts is the button. */
@Configuration
public class AddressPages {

	public static final String PATH = "/auth/address";

	private static final String PROOF = "proof";

	private final MessagePage page;

	private final AddressProofs proofs;

	AddressPages(MessagePage page, AddressProofs proofs) {
		this.page = page;
		this.proofs = proofs;
	}

	@Bean
	RouterFunction<ServerResponse> pagesAboutAddresses() {
		return RouterFunctions.route()
				.GET(PATH, request -> asked(proof(request)))
				.POST(PATH, request -> confirmed(proof(request)))
				.build();
	}

	private ServerResponse asked(String proof) {
		return proof.isBlank()
				? incomplete()
				: answer(HttpStatus.OK, response -> this.page.ask(response,
						"Confirm the change of your address",
						"Our mail names the address that is to be yours. Confirm it only if the mail came to you and you "
								+ "want the change: whoever has that address then gets our mail, sees the tickets and can log in.",
						new Question(PATH, PROOF, proof, "Confirm")));
	}

	private ServerResponse incomplete() {
		return told(HttpStatus.BAD_REQUEST, "The link is not complete",
				"A part of it was lost on the way. Copy the whole link out of our mail into the address bar.");
	}

	private ServerResponse confirmed(String proof) {
		return proof.isBlank() ? incomplete() : switch (this.proofs.confirm(proof)) {
			case COUNTS -> told(HttpStatus.OK, "The address is changed",
					"From now on our mail goes to the new address. If you have a login, log in with it.");
			case OTHER_IS_ASKED -> told(HttpStatus.OK, "Thank you",
					"The other address was sent a mail, too. The change counts once that is confirmed as well.");
			case IS_TAKEN -> told(HttpStatus.CONFLICT, "The address belongs to somebody else",
					"It was entered for somebody else in the meantime, so nothing was changed. Tell whoever wrote to you.");
			case PROVES_NOTHING -> told(HttpStatus.GONE, "The link does not work any more",
					"It was used before, is too old, or a newer one took its place. Open the newest mail, or ask for another.");
			case NOBODY_ANSWERS -> answer(HttpStatus.SERVICE_UNAVAILABLE, response -> this.page.ask(response,
					"It could not be confirmed just now", "Wait a minute and try again.",
					new Question(PATH, PROOF, proof, "Try again")));
		};
	}

	private ServerResponse told(HttpStatus status, String title, String text) {
		return answer(status, response -> this.page.write(response, title, text, "/", "Go to Frontdesk"));
	}

	private static String proof(ServerRequest request) {
		return request.param(PROOF).orElse("");
	}

	private static ServerResponse answer(HttpStatus status, Words words) {
		return ServerResponse.status(status).build((_, response) -> {
			words.write(response);
			return null;
		});
	}

	private interface Words {

		void write(HttpServletResponse response) throws IOException;

	}

}
