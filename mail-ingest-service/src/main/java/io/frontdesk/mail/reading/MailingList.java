package io.frontdesk.mail.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.Person;

/**
 * The list that a mail came by, if it did. Lists put their own address into From, since DMARC lets nobody else send in
 * the name of the author's domain, and say elsewhere whose words they are (RFC 7960 §4.1.3.1).
 */
final class MailingList {

	private static final List<String> MARKS = List.of("List-Id", "List-Post", "Mailing-List", "X-Mailing-List",
			"X-BeenThere");

	private static final String WORDS = "(?:" + String.join("|", "via", "über", "mediante", "a través de", "através de",
			"tramite", "par l['’]intermédiaire de", "przez", "za pośrednictwem", "prostřednictvím", "přes", "genom",
			"gjennom", "gennem", "через", "通过") + ")\\s++\\S.*+";

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

	/** As Google Groups and Mailman name the author, in the languages of their owners. */
	private static final Pattern VIA = Pattern.compile("(.+?)['\"’”»]*+\\s++" + WORDS, FLAGS);

	/** As Sympa does: what stands in brackets is no part of the name. */
	private static final Pattern VIA_IN_BRACKETS = Pattern.compile("\\(\\s*+" + WORDS, FLAGS);

	private final MailPart message;

	/** In their one form. */
	private final Set<String> written = new HashSet<>();

	/** Its addresses, as a List-Id has them: with a dot in place of the @. */
	private final Set<String> names = new HashSet<>();

	private final boolean bracketed;

	private boolean marked;

	MailingList(MailPart message) throws MessagingException {
		this.message = message;
		this.bracketed = VIA_IN_BRACKETS.matcher(EncodedWords.decode(message.first("From"))).find();
		this.marked = message.first("Precedence").strip().equalsIgnoreCase("list");
		for (var mark : MARKS) {
			for (var value : message.headers(mark)) {
				this.marked |= !value.isBlank();
				Addresses.of(value.replaceFirst("(?i)^\\s*+list\\s", "").replaceFirst("(?i)mailto:", ""))
						.forEach(it -> this.names.add(name(it.address())));
				var open = value.lastIndexOf('<');
				if (mark.equals("List-Id") && value.indexOf('>', open) > open) {
					this.names.add(name(value.substring(open + 1, value.indexOf('>', open))));
				}
			}
		}
		for (var header : this.marked
				? List.of("To", "Delivered-To", "X-Original-To", "Envelope-To", "Cc")
				: List.of("To", "Delivered-To", "X-Original-To", "Envelope-To")) {
			MailReader.addresses(message, header).forEach(it -> this.written.add(AddressForm.of(it.address())));
		}
	}

	/** Whether an address is that of the list, or one that the mail was sent to: who writes there gets no answer to it. */
	boolean isWrittenTo(String address) {
		return this.written.contains(address) || isOwn(address);
	}

	/** Its own addresses among those that the mail was sent to. */
	List<String> recipients() {
		return this.written.stream().filter(this::isOwn).sorted().toList();
	}

	private boolean isOwn(String address) {
		return this.marked && this.names.contains(name(address));
	}

	private static String name(String address) {
		return AddressForm.of(address).replace('@', '.');
	}

	/** The person in whose place it stands in From; empty if it does not. */
	Optional<Person> authorBehind(Person from, List<Person> replyTo, Predicate<String> isOurs)
			throws MessagingException {
		var told = others("X-Original-From", from);
		if (told.isEmpty() && isRewritten(from, replyTo, isOurs)) {
			told = others("X-Original-Sender", from);
			replyTo.forEach(told::add);
			var name = spokenName(from);
			Sender.people(this.message, "Cc").stream().filter(it -> fullName(it).equalsIgnoreCase(name))
					.forEach(told::add);
		}
		return told.stream()
				.filter(it -> !it.email().equals(from.email()) && !isOwn(it.email()))
				.findFirst()
				.map(it -> named(it, from, replyTo));
	}

	private List<Person> others(String header, Person from) throws MessagingException {
		var others = new ArrayList<>(Sender.people(this.message, header));
		others.removeIf(it -> it.email().equals(from.email()));
		return others;
	}

	/** A person may be called "Olivia via Roma", whom no list rewrote. */
	private boolean isRewritten(Person from, List<Person> replyTo, Predicate<String> isOurs) {
		if (isOwn(from.email())) {
			return true;
		}
		return isVia(from) && (this.marked || this.written.contains(from.email()) || isOurs.test(from.email())
				|| replyTo.stream().anyMatch(it -> fullName(it).equalsIgnoreCase(spokenName(from))));
	}

	private boolean isVia(Person from) {
		return this.bracketed || VIA.matcher(fullName(from)).matches();
	}

	private static String spokenName(Person from) {
		var via = VIA.matcher(fullName(from));
		return via.matches() ? via.group(1).replaceFirst("^['\"‘“«]++", "").strip() : fullName(from);
	}

	private static String fullName(Person person) {
		return (person.firstName() + " " + person.lastName()).strip();
	}

	private Person named(Person author, Person from, List<Person> replyTo) {
		return fullName(author).isEmpty()
				? Person.of(author.email(),
						Stream.concat(
								replyTo.stream().filter(it -> it.email().equals(author.email()))
										.map(MailingList::fullName),
								Stream.of(isVia(from) ? spokenName(from) : ""))
								.filter(name -> !name.isEmpty())
								.findFirst()
								.orElse(""))
				: author;
	}

}
