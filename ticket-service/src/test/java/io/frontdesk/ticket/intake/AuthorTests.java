package io.frontdesk.ticket.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.frontdesk.events.Authentication;
import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Person;
import io.frontdesk.events.PlacedBy;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.conversation.Clue;
import io.frontdesk.ticket.conversation.NamedTickets.NamedTicket;
import io.frontdesk.ticket.people.StaffMember;

/** What a mail may do, by what proves whose it is. */
class AuthorTests {

	private static final Person DORA = Person.of("dora@example.org", "Dora Example");

	private static final Person ALICE = Person.of("alice@frontdesk.test", "Alice Adams");

	private static final Clue OWN = Clue.signed(PlacedBy.SIGNED_REPLY_ADDRESS, 1, true);

	private static final Clue ANOTHERS = Clue.signed(PlacedBy.SIGNED_MESSAGE_ID, 1, false);

	private static final Clue SUBJECT = Clue.subject(1);

	@ParameterizedTest
	@CsvSource({"own, false, , true", "own, true, , true", "own, true, none, true", "own, true, failed, false",
			"anothers, false, , false", "anothers, false, proven, false", "anothers, true, , false",
			"anothers, true, none, false", "anothers, true, proven, true", "anothers, true, failed, false",
			"subject, true, , false", "subject, true, none, false", "subject, true, proven, true"})
	void clientsAnswerIsTheirsIfItIsToOurMailToThemOrProvenOfAParticipant(String clue, boolean takesPart,
			@Nullable String proof, boolean verified) {
		var ticket = new NamedTicket(1, clue(clue), true, takesPart, false, null, false);
		assertThat(client(proof).in(List.of(ticket))).isEqualTo(new Voice.Client(ticket, verified));
	}

	@ParameterizedTest
	@CsvSource({"false, , STRANGER", "false, proven, STRANGER", "true, failed, UNPROVEN"})
	void clientsMailThatOnlyNamesATicketIsNoneOfItWithoutAPartOrAgainstTheProof(boolean takesPart,
			@Nullable String proof, PlacedBy why) {
		var ticket = new NamedTicket(1, SUBJECT, true, takesPart, takesPart, null, false);
		assertThat(client(proof).in(List.of(ticket)))
				.isEqualTo(new Voice.Outsider(1, why, !"failed".equals(proof)));
	}

	@ParameterizedTest
	@CsvSource({"own, true, , true", "own, true, none, true", "own, true, proven, true", "own, true, failed, false",
			"own, false, , false", "anothers, true, , false", "anothers, true, proven, false",
			"subject, true, , false", "subject, true, proven, false"})
	void staffSpeakOnlyInAnswerToOurMailToThem(String clue, boolean active, @Nullable String proof, boolean speaks) {
		var ticket = new NamedTicket(1, clue(clue), true, true, false, null, false);
		assertThat(staff(active, proof).in(List.of(ticket))).isEqualTo(speaks
				? new Voice.Staff(ticket)
				: new Voice.Outsider(1, PlacedBy.UNPROVEN, "proven".equals(proof)));
	}

	@Test
	void staffSpeakAsClientsInTicketsThatTheyRaised() {
		var theirs = new NamedTicket(1, OWN, true, true, true, null, false);
		assertThat(staff(true, null).in(List.of(theirs))).isEqualTo(new Voice.Client(theirs, true));
		assertThat(staff(true, null).in(List.of(new NamedTicket(1, SUBJECT, true, true, true, null, false))))
				.isEqualTo(new Voice.Outsider(1, PlacedBy.UNPROVEN, false));
	}

	@Test
	void mailSpeaksInTheFirstTicketInWhichItMay() {
		var none = new NamedTicket(2, SUBJECT, true, false, false, null, false);
		var one = new NamedTicket(1, SUBJECT, true, true, false, null, false);
		assertThat(client(null).in(List.of(none, one))).isEqualTo(new Voice.Client(one, false));
		assertThat(staff(true, null).in(List.of(none, one)))
				.isEqualTo(new Voice.Outsider(2, PlacedBy.UNPROVEN, false));
	}

	@Test
	void deletedTicketIsOnlyNamed() {
		var deleted = new NamedTicket(1, OWN, false, true, false, null, false);
		assertThat(List.of(client(null), staff(true, null)))
				.allSatisfy(author -> assertThat(author.in(List.of(deleted)))
						.isEqualTo(new Voice.Outsider(1, PlacedBy.DELETED_TICKET, true)));
	}

	@ParameterizedTest
	@CsvSource({", true, false", "proven, true, true", "none, false, false", "failed, false, false"})
	void mailThatBeginsATicketIsBelievedOfAClientUnlessAServerCouldHaveProvenIt(@Nullable String proof, boolean client,
			boolean staff) {
		assertThat(client(proof).isVerifiedAlone()).isEqualTo(client);
		assertThat(staff(true, proof).isVerifiedAlone()).isEqualTo(staff);
	}

	@Test
	void whomAnotherHeaderThanFromNamesIsNoStaff() {
		var ticket = new NamedTicket(1, OWN, true, true, false, null, false);
		var told = new Author(ALICE, new StaffMember(ALICE, true), null, true);
		assertThat(told.in(List.of(ticket))).isEqualTo(new Voice.Outsider(1, PlacedBy.UNPROVEN, false));
	}

	@Test
	void whomFromNamesInAWayThatItsServerMayHaveReadAsSomebodyElseIsNoStaffAndNotVerified() {
		var ticket = new NamedTicket(1, OWN, true, true, true, null, false);
		var alice = Author.of(Mails.from(ALICE.email()).hearsay().mail(), new StaffMember(ALICE, true));
		assertThat(alice.in(List.of(ticket))).isEqualTo(new Voice.Outsider(1, PlacedBy.UNPROVEN, false));
		assertThat(alice.isVerifiedAlone()).isFalse();
		var dora = Author.of(Mails.from(DORA.email()).hearsay().mail(), null);
		assertThat(dora.in(List.of(ticket))).isEqualTo(new Voice.Client(ticket, false));
		assertThat(dora.isVerifiedAlone()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({", true", "none, false", "proven, true", "failed, false"})
	void whomAnotherHeaderThanFromNamesIsBelievedWhereNoServerLooksAtFrom(@Nullable String proof, boolean verified) {
		var ticket = new NamedTicket(1, OWN, true, true, true, null, false);
		var told = new Author(DORA, null, authentication(proof), true);
		assertThat(told.in(List.of(ticket))).isEqualTo(new Voice.Client(ticket, verified));
	}

	private static Clue clue(String name) {
		return switch (name) {
			case "own" -> OWN;
			case "anothers" -> ANOTHERS;
			default -> SUBJECT;
		};
	}

	private static Author client(@Nullable String proof) {
		return new Author(DORA, null, authentication(proof), false);
	}

	private static Author staff(boolean active, @Nullable String proof) {
		return new Author(ALICE, new StaffMember(ALICE, active), authentication(proof), false);
	}

	private static @Nullable Authentication authentication(@Nullable String proof) {
		return (proof != null)
				? new Authentication("mx.frontdesk.test", Proof.valueOf(proof.toUpperCase(Locale.ROOT)), List.of(),
						false)
				: null;
	}

}
