package io.frontdesk.mail.reading;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Authentication;
import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.MailReceived;

/**
 * What is written in a mail about where it comes from. Whose word counts is for the one who asks to say: anybody can have
 * written it.
 *
 * @param author the address that is the only one of From by a strict reading, in its one form; null if there are several, or
 *     it is unclear
 * @param told the topmost first
 * @param spam whether anybody marked it as spam
 * @param via the address in From where the mail is from somebody else
 * @param answerTo where its author wants answers, if not at their own address
 * @param lists addresses of the list it came by, among those it was sent to
 * @param thread the conversation that Outlook counts it to
 */
public record Provenance(@Nullable String author, List<AuthenticationResults> told, boolean spam,
		@Nullable String via, @Nullable String answerTo, List<String> lists, MailReceived.@Nullable Thread thread) {

	/** Of a mail that can't be read. */
	public static final Provenance UNKNOWN = new Provenance(null, List.of(), false, null, null, List.of(), null);

	private static final int MAX_SHOWN = 50;

	/**
	 * Null if none of these servers says anything. A server puts its field above those that the mail came with, so that of
	 * several only the topmost proves anything; what speaks against the mail counts wherever it stands.
	 *
	 * @param servers by their authserv-id
	 * @param from whom the mail is taken to be from; what vouches for From vouches for nobody else
	 */
	public @Nullable Authentication by(Collection<String> servers, String from) {
		var words = this.told.stream().filter(it -> servers.stream().anyMatch(it.server()::equalsIgnoreCase)).toList();
		if (words.isEmpty()) {
			return null;
		}
		var all = words.stream().flatMap(it -> it.results().stream()).toList();
		var hearsay = !from.equals(this.author) || all.stream().anyMatch(it -> it.isAboutAnotherThan(domainOf(from)));
		return new Authentication(words.getFirst().server(),
				proof(words.getFirst().results(), all, from, hearsay),
				all.stream()
						.limit(MAX_SHOWN)
						.map(it -> new Authentication.Result(it.method(), it.result(), it.domain()))
						.toList(),
				hearsay);
	}

	private Proof proof(List<AuthenticationResult> topmost, List<AuthenticationResult> all, String from,
			boolean hearsay) {
		if (all.stream().anyMatch(it -> it.isDmarc() && it.isFailed())) {
			return Proof.FAILED;
		}
		var domain = domainOf(Objects.requireNonNullElse(this.author, from));
		var isUnanimous = topmost.stream().filter(AuthenticationResult::isDmarc)
				.allMatch(AuthenticationResult::isPassed);
		if (topmost.stream().anyMatch(it -> it.vouchesFor(domain) && (isUnanimous || !it.isDmarc()))) {
			return hearsay ? Proof.NONE : Proof.PROVEN;
		}
		return all.stream().anyMatch(AuthenticationResult::isFailed) ? Proof.FAILED : Proof.NONE;
	}

	private static String domainOf(String address) {
		return Objects.requireNonNullElse(Domains.ofAddress(address), "");
	}

}
