package io.frontdesk.ticket.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.events.MailReceived;
import io.frontdesk.events.PlacedBy;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.events.reference.SignedReferences.Reference;
import io.frontdesk.ticket.conversation.Clue;

/** Reads from a mail which ticket it is about. */
@Component
class Clues {

	private static final Pattern SUBJECT_ID = Pattern.compile("\\[#(\\d{7,18})]");

	/** Whoever answers a longer thread answers its newest mails, too. */
	private static final int ANSWERED = 50;

	private final SignedReferences signed;

	Clues(SignedReferences signed) {
		this.signed = signed;
	}

	/**
	 * The surest first: what we wrote for the author, what else we signed, mails that we know, the subject, an answer to it
	 * that came before, the conversation.
	 *
	 * @param awaited whether a mail that came before may answer it
	 */
	List<Clue> of(MailReceived mail, boolean awaited) {
		var answered = answered(mail);
		var signed = Stream.concat(
				signed(mail, PlacedBy.SIGNED_REPLY_ADDRESS, mail.recipients(), this.signed::inReplyAddress),
				signed(mail, PlacedBy.SIGNED_MESSAGE_ID, answered, this.signed::inMessageId))
				.sorted(Comparator.comparing(Clue::own).reversed());
		return Stream.of(signed, answered.stream().map(Clue::messageId), subjectIds(mail),
				Stream.ofNullable(awaited ? mail.messageId() : null).map(Clue::answered),
				Stream.ofNullable(mail.thread()).filter(MailReceived.Thread::answer).map(it -> Clue.thread(it.id())))
				.flatMap(clues -> clues)
				.toList();
	}

	/** Whether it was sent to see whether answers would arrive. */
	boolean isCheck(MailReceived mail) {
		return mail.recipients().stream().anyMatch(it -> this.signed.checkOfAddress(it).isPresent());
	}

	/** The mails that it answers itself, of which there is mostly one; not those that they answered. */
	static List<String> parents(MailReceived mail) {
		return Stream.concat(Stream.ofNullable(mail.inReplyTo()), mail.references().reversed().stream().limit(1))
				.distinct()
				.toList();
	}

	/** The Message-IDs that the mail answers, the nearest first. */
	private static List<String> answered(MailReceived mail) {
		return Stream.concat(Stream.ofNullable(mail.inReplyTo()), mail.references().reversed().stream())
				.distinct()
				.limit(ANSWERED)
				.toList();
	}

	private static Stream<Clue> signed(MailReceived mail, PlacedBy kind, List<String> texts,
			Function<String, Optional<Reference>> read) {
		return texts.stream()
				.map(read)
				.flatMap(Optional::stream)
				.map(ours -> Clue.signed(kind, ours.ticket(), ours.isFor(mail.from().email()), answerTo(mail, ours)));
	}

	private static @Nullable String answerTo(MailReceived mail, Reference ours) {
		return (mail.answerTo() != null && ours.isFor(mail.answerTo())) ? mail.answerTo() : null;
	}

	/** Ours is put behind a subject, so the last one comes first. */
	private static Stream<Clue> subjectIds(MailReceived mail) {
		return SUBJECT_ID.matcher(mail.subject())
				.results()
				.map(id -> Clue.subject(Long.parseLong(id.group(1))))
				.toList()
				.reversed()
				.stream();
	}

}
