package io.frontdesk.mail.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.NobodyReads;
import io.frontdesk.events.Person;

/**
 * Who wrote a mail: whom From names, but where a list has put itself there the person whom it names, and where a form
 * sent it that person to whom answers are to go. All of that is what the sender writes, and proves nothing.
 *
 * @param person null if it names nobody whom one could answer
 * @param via the address in From, if that is not the person's
 * @param answerTo where they want answers, if not at their own address
 * @param lists addresses of the list it came by, among those it was sent to
 */
record Sender(@Nullable Person person, @Nullable String via, @Nullable String answerTo, List<String> lists) {

	/** @param isOurs whether an address is one of our mailboxes */
	static Sender of(MailPart message, Predicate<String> isOurs) throws MessagingException {
		var from = MailReader.sender(message);
		return (from == null)
				? new Sender(null, null, null, List.of())
				: of(from, new MailingList(message), people(message, "Reply-To"), isOurs);
	}

	private static Sender of(Person from, MailingList list, List<Person> replyTo, Predicate<String> isOurs)
			throws MessagingException {
		var author = list.authorBehind(from, replyTo, isOurs).orElse(from);
		var answers = replyTo.stream()
				.filter(it -> !isOurs.test(it.email()) && !NobodyReads.at(it.email()) && !list.isWrittenTo(it.email()))
				.toList();
		if (isOurs.test(author.email()) || NobodyReads.at(author.email())) {
			author = answers.stream().findFirst().orElse(author);
			return new Sender(author, via(from, author), null, list.recipients());
		}
		var own = author.email();
		return new Sender(author, via(from, author),
				answers.stream().anyMatch(it -> it.email().equals(own))
						? null
						: answers.stream().map(Person::email).findFirst().orElse(null),
				list.recipients());
	}

	private static @Nullable String via(Person from, Person author) {
		return from.email().equals(author.email()) ? null : from.email();
	}

	static List<Person> people(MailPart message, String header) throws MessagingException {
		return MailReader.addresses(message, header)
				.stream()
				.map(it -> Limits.person(Person.of(it.address(), it.name())))
				.flatMap(Stream::ofNullable)
				.toList();
	}

	static Optional<Person> first(MailPart message, String header) throws MessagingException {
		return people(message, header).stream().findFirst();
	}

}
