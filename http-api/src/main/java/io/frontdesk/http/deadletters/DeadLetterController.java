package io.frontdesk.http.deadletters;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.events.deadletters.DeadLetter;
import io.frontdesk.events.deadletters.DeadLetterFilter;
import io.frontdesk.events.deadletters.DeadLetterList;
import io.frontdesk.events.deadletters.DeadLetterPlace;
import io.frontdesk.events.deadletters.DeadLetters;
import io.frontdesk.events.deadletters.Resent;
import io.frontdesk.identity.RequiresSuperAdmin;
import io.frontdesk.http.deadline.RequestDeadline;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.http.listing.Cursors;
import io.frontdesk.http.problem.InvalidField;

@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterController {

	private final DeadLetterList list;

	private final DeadLetters letters;

	private final Cursors cursors;

	DeadLetterController(DeadLetterList list, DeadLetters letters, Cursors cursors) {
		this.list = list;
		this.letters = letters;
		this.cursors = cursors;
	}

	/** Events that could not be handled or sent, the newest first. */
	@Says(id = "listDeadLetters", summary = "Lists the events that could not be handled or sent", problems = "bad-cursor")
	@GetMapping
	@RequiresSuperAdmin
	ListView letters(@Valid ListRequest request) {
		var page = this.list.page(new DeadLetterFilter(clean(request.topic()), clean(request.reason())),
				this.cursors.take(LetterCursor.LIST, request.cursor(), LetterCursor.FORMAT,
						DeadLetterController::place),
				request.size());
		var last = page.isLast() ? null : page.letters().getLast();
		return ListView.of(page, (last != null) ? LetterCursor.after(last.failedAt(), last.id(), this.cursors) : null);
	}

	@Says(id = "resendDeadLetter", summary = "Handles or sends an event again", problems = "dead-letter-not-found")
	@PostMapping("/{id}/resend")
	@RequiresSuperAdmin
	ResentView resend(@PathVariable String id) {
		var letter = LetterId.parse(id)
				.filter(parsed -> parsed.service().equals(this.list.service()))
				.orElseThrow(DeadLetterProblem.DEAD_LETTER_NOT_FOUND::exception);
		return switch (RequestDeadline.lifted(() -> this.letters.resend(letter.number()))) {
			case Resent.Handled() -> new ResentView(id, ResentView.Outcome.HANDLED, null);
			case Resent.FailedAgain(var reason) -> new ResentView(id, ResentView.Outcome.FAILED, reason);
			case Resent.Unknown() -> throw DeadLetterProblem.DEAD_LETTER_NOT_FOUND.exception();
		};
	}

	/** As many as a call can take; repeat it while waiting is not 0 and some are handled. */
	@Says(id = "resendDeadLetters", summary = "Handles or sends many events again")
	@PostMapping("/resend")
	@RequiresSuperAdmin
	CountView resend(@RequestBody @Valid ResendRequest request) {
		if (!request.saysWhich()) {
			throw new InvalidField("reason", "says which to send again, or topic does, or \"all\": true").exception();
		}
		var which = new DeadLetterFilter(clean(request.topic()), clean(request.reason()));
		var count = RequestDeadline.lifted(() -> this.letters.resend(which));
		return new CountView(count.handled(), count.failed(), count.waiting(), List.of());
	}

	private static DeadLetterPlace place(String text) {
		var parts = text.split(" ");
		var id = LetterId.parse(parts[1]).orElseThrow(IllegalArgumentException::new);
		return new DeadLetterPlace(Instant.ofEpochMilli(Long.parseLong(parts[0])), id.service(), id.number());
	}

	/** What is blank narrows nothing, and no database finds a NUL. */
	private static @Nullable String clean(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip().replace('\0', ' ');
	}

	record ListRequest(@Nullable @Size(max = 249) String topic, @Nullable @Size(max = 500) String reason,
			@Nullable String cursor, @Nullable @Min(1) @Max(200) Integer limit) {

		private static final int USUAL_LIMIT = 50;

		int size() {
			return (this.limit != null) ? this.limit : USUAL_LIMIT;
		}

	}

	/** @param unavailable the services that did not answer the gateway: nothing of theirs is in it */
	record ListView(List<DeadLetter> items, @Nullable String nextCursor, int total, boolean totalCapped,
			List<String> unavailable) {

		static ListView of(DeadLetterList.Page page, @Nullable String next) {
			return new ListView(page.letters(), next, page.total(), page.totalCapped(), List.of());
		}

	}

	/** @param all needed where neither topic nor reason says which */
	record ResendRequest(@Nullable @Size(max = 249) String topic, @Nullable @Size(max = 500) String reason,
			@Nullable Boolean all) {

		boolean saysWhich() {
			return Boolean.TRUE.equals(this.all) || clean(this.topic) != null || clean(this.reason) != null;
		}

	}

	/** @param reason why it failed again */
	record ResentView(String id, Outcome outcome, @Nullable String reason) {

		enum Outcome {

			@JsonProperty("handled")
			HANDLED,

			@JsonProperty("failed")
			FAILED

		}

	}

	/**
	 * @param waiting how many such letters there are still, those that failed among them
	 * @param unavailable the services that did not answer the gateway: nothing of theirs was sent again
	 */
	record CountView(int handled, int failed, long waiting, List<String> unavailable) {}

}
