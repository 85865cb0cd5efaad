package io.frontdesk.ticket.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.intake.MailDesk;
import io.frontdesk.ticket.intake.Placement;

@TicketServiceTest
class ProposedRecipientsIT {

	private static final String TIM = "tim@work.example";

	private static final String BO = "bo@bolt.example";

	private final String nora = "nora-%s@work.example".formatted(UUID.randomUUID());

	private final MailDesk mails;

	private final Api alice;

	private final Api client;

	private final SignedReferences signed = new SignedReferences(TicketServiceTest.KEY);

	@Autowired
	ProposedRecipientsIT(MailDesk mails, MockMvcTester mvc) {
		this.mails = mails;
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.client = new Api(mvc, Callers.client(this.nora));
	}

	@Test
	void othersOfTheNewestPublicMessageGetCopiesEachOnceAndInOneForm() {
		var ticket = open(Mails.from(this.nora).cc("old@work.example", TIM));
		assertProposed(ticket, this.nora, "old@work.example", TIM);
		answer(ticket, Mails.from(TIM).to(this.nora.toUpperCase()).cc("Bo@Bolt.example", BO, "eve@bücher.example"));
		assertProposed(ticket, this.nora, TIM, BO, "eve@xn--bcher-kva.example");
		this.alice.post(messages(ticket), "{\"kind\": \"note\", \"body\": \"Who is Bo?\"}");
		assertProposed(ticket, this.nora, TIM, BO, "eve@xn--bcher-kva.example");
	}

	@Test
	void whoOnlySaysToHaveWrittenGetsNone() {
		var ticket = open(Mails.from(this.nora).cc(TIM));
		var subject = "Re: Printer on fire [#%d]".formatted(ticket);
		assertThat(Mails.receive(this.mails, Mails.from(TIM).subject(subject).cc(BO).found(Proof.NONE).mail()))
				.isEqualTo(new Placement.Appended(ticket));
		assertProposed(ticket, this.nora, BO);
	}

	@Test
	void whomTheLastReplyLeftOutStaysOutThoughItIsHeld() {
		var ticket = open(Mails.from(this.nora).cc(TIM, BO));
		var reply = reply(ticket, "\"cc\": [\"%s\"], \"hold\": 30".formatted(BO));
		assertProposed(ticket, this.nora, BO);
		assertThat(this.alice.send(HttpMethod.DELETE, messages(ticket) + "/" + reply.get("id").asString(), ""))
				.hasStatus(HttpStatus.NO_CONTENT);
		assertProposed(ticket, this.nora, TIM, BO);
	}

	@Test
	void requesterIsAnsweredWhereTheyWantItAndGetsNoCopyBesides() {
		var ticket = open(Mails.from(this.nora).answerTo("nora@home.example").cc("Nora@home.example", TIM));
		assertProposed(ticket, "nora@home.example", TIM);
	}

	@Test
	void listThatAMailCameByGetsNone() {
		var list = "Lab@group.example";
		assertProposed(open(Mails.from(this.nora).to(list).cc(TIM).by("lab@group.example")), this.nora, TIM);
		assertProposed(open(Mails.from(this.nora).to(list).cc(TIM).via("lab@group.example")), this.nora, TIM);
	}

	@Test
	void addressesOfOursGetNone() {
		var ticket = open(Mails.from(this.nora));
		var answersTo = this.signed.replyAddress(ticket, BO, "support@frontdesk.test");
		reply(ticket, "\"cc\": [\"sales+7@frontdesk.test\", \"%s\", \"%s\"]".formatted(answersTo, BO));
		assertProposed(ticket, this.nora, BO);
	}

	@Test
	void whoeverChangesTheTicketIsShownTheProposalOfNow() {
		var ticket = open(Mails.from(this.nora).cc(TIM));
		var changed = Api.json(this.alice.send(HttpMethod.PATCH, "/tickets/" + ticket,
				"{\"requester\": {\"email\": \"%s\"}}".formatted(BO)), HttpStatus.OK);
		assertThat(changed.at("/proposed/to").asString()).isEqualTo(BO);
		var raised = this.alice.post("/tickets",
				"{\"requester\": {\"email\": \"%s\"}, \"subject\": \"By phone\", \"message\": \"Hm.\"}".formatted(BO));
		assertThat(raised.at("/proposed/to").asString()).isEqualTo(BO);
	}

	@Test
	void whoeverIsTheRequesterNoLongerGetsACopyOnceTheyWriteAgain() {
		var ticket = open(Mails.from(this.nora).cc(TIM));
		this.alice.send(HttpMethod.PATCH, "/tickets/" + ticket, "{\"requester\": {\"email\": \"%s\"}}".formatted(BO));
		assertProposed(ticket, BO, TIM);
	}

	@Test
	void clientIsNotShownIt() {
		var ticket = open(Mails.from(this.nora).answerTo("nora@home.example").cc(TIM));
		assertThat(this.client.read("/tickets/" + ticket).get("proposed").isNull()).isTrue();
	}

	@Test
	void replyGoesToWhomIsProposedUnlessItsWriterChooses() {
		var ticket = open(Mails.from(this.nora).cc(TIM, BO));
		assertThat(texts(reply(ticket, "\"hold\": 30").get("cc"))).containsExactly(TIM, BO);
		assertThat(texts(reply(ticket, "\"cc\": [\"eve@bolt.example\"]").get("cc")))
				.containsExactly("eve@bolt.example");
		assertThat(texts(reply(ticket, "\"cc\": []").get("cc"))).isEmpty();
	}

	@Test
	void replyIsAddressedToTheRequesterAlone() {
		var ticket = open(Mails.from(this.nora));
		assertRefused(ticket, "\"to\": \"%s\"".formatted(BO), HttpStatus.UNPROCESSABLE_CONTENT,
				"recipient-not-requester");
		reply(ticket, "\"to\": \"%s\"".formatted(this.nora.toUpperCase()));
	}

	@Test
	void writerWhoWasShownOthersIsToldOfBothAndNothingIsWritten() {
		var ticket = open(Mails.from(this.nora).cc(TIM, BO));
		var shown = seen(this.nora, BO.toUpperCase(), TIM);
		reply(ticket, "\"cc\": [\"%s\", \"%s\"], %s".formatted(TIM, BO, shown));
		answer(ticket, Mails.from(TIM).cc("eve@bolt.example"));
		var refused = assertRefused(ticket, shown, HttpStatus.CONFLICT, "recipients-changed");
		assertThat(texts(refused.at("/seen/cc"))).containsExactly(BO, TIM);
		assertThat(refused.at("/proposed/to").asString()).isEqualTo(this.nora);
		assertThat(texts(refused.at("/proposed/cc"))).containsExactly(TIM, "eve@bolt.example");
		reply(ticket, "\"cc\": [\"%s\"], %s".formatted(BO, seen(this.nora, TIM, "eve@bolt.example")));
	}

	@Test
	void writerForOneRequesterDoesNotReachAnother() {
		var ticket = open(Mails.from(this.nora));
		this.alice.send(HttpMethod.PATCH, "/tickets/" + ticket, "{\"requester\": {\"email\": \"%s\"}}".formatted(BO));
		var refused = assertRefused(ticket, "\"cc\": [], " + seen(this.nora), HttpStatus.CONFLICT,
				"recipients-changed");
		assertThat(refused.at("/seen/to").asString()).isEqualTo(this.nora);
		assertThat(refused.at("/proposed/to").asString()).isEqualTo(BO);
	}

	@Test
	void copiesToMoreThanMayGetOneAreChosenAndNotProposed() {
		var many = IntStream.range(0, 21).mapToObj("p%d@work.example"::formatted).toArray(String[]::new);
		var ticket = open(Mails.from(this.nora).cc(many));
		assertRefused(ticket, "\"hold\": 0", HttpStatus.UNPROCESSABLE_CONTENT, "too-many-copies");
		reply(ticket, "\"cc\": []");
	}

	@Test
	void nobodyChoosesWhoReadsANoteOrAClientsMessage() {
		var ticket = open(Mails.from(this.nora));
		for (var field : List.of("\"to\": \"%s\"".formatted(this.nora), seen(this.nora))) {
			for (var as : List.of(this.alice, this.client)) {
				var kind = (as == this.alice) ? "note" : "reply";
				var answer = as.send(HttpMethod.POST, messages(ticket),
						"{\"kind\": \"%s\", \"body\": \"x\", %s}".formatted(kind, field));
				assertThat(Api.json(answer, HttpStatus.UNPROCESSABLE_CONTENT).get("type").asString())
						.isEqualTo("/problems/no-recipients");
			}
		}
		assertThat(Api.json(this.alice.send(HttpMethod.POST, messages(ticket),
				"{\"kind\": \"note\", \"body\": \"x\", \"cc\": [\"%s\"]}".formatted(BO)),
				HttpStatus.UNPROCESSABLE_CONTENT).get("type").asString()).isEqualTo("/problems/no-recipients");
		assertThat(this.alice.read(messages(ticket)).get("total").asInt()).isOne();
	}

	private long open(Mails mail) {
		var placement = Mails.receive(this.mails, mail.found(Proof.PROVEN).mail());
		assertThat(placement).isInstanceOf(Placement.Opened.class);
		return placement.ticket();
	}

	private void answer(long ticket, Mails mail) {
		var subject = "Re: Printer on fire [#%d]".formatted(ticket);
		assertThat(Mails.receive(this.mails, mail.subject(subject).found(Proof.PROVEN).mail()))
				.isEqualTo(new Placement.Appended(ticket));
	}

	private void assertProposed(long ticket, String to, String... cc) {
		var proposed = this.alice.read("/tickets/" + ticket).get("proposed");
		assertThat(proposed.get("to").asString()).isEqualTo(to);
		assertThat(texts(proposed.get("cc"))).containsExactlyInAnyOrder(cc);
	}

	private JsonNode reply(long ticket, String more) {
		return this.alice.post(messages(ticket),
				"{\"kind\": \"reply\", \"body\": \"Pull the plug.\", %s}".formatted(more));
	}

	private JsonNode assertRefused(long ticket, String more, HttpStatus status, String type) {
		var before = this.alice.read(messages(ticket)).get("total");
		var refused = Api.json(this.alice.send(HttpMethod.POST, messages(ticket),
				"{\"kind\": \"reply\", \"body\": \"Pull the plug.\", %s}".formatted(more)), status);
		assertThat(refused.get("type").asString()).isEqualTo("/problems/" + type);
		assertThat(this.alice.read(messages(ticket)).get("total")).isEqualTo(before);
		return refused;
	}

	private static String messages(long ticket) {
		return "/tickets/%d/messages".formatted(ticket);
	}

	private static String seen(String to, String... cc) {
		return "\"seenRecipients\": {\"to\": \"%s\", \"cc\": [%s]}".formatted(to,
				String.join(", ", List.of(cc).stream().map(address -> "\"" + address + "\"").toList()));
	}

	private static List<String> texts(JsonNode list) {
		return list.valueStream().map(JsonNode::asString).toList();
	}

}
