package io.frontdesk.notification.writing.web;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.http.problem.PlainLine;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.notification.writing.CannedReplies;
import io.frontdesk.notification.writing.CannedReply;
import io.frontdesk.notification.writing.CannedReplyText;

@RestController
@AnswersNeed(Features.TEMPLATE_MANAGE)
@RequestMapping("/api/v1/canned-replies")
class CannedReplyKeeping {

	private static final int LONGEST_NAME = 100;

	private static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

	private static final String NO_LANGUAGE = "is no language as BCP 47 names it, such as en or de-CH";

	private final CannedReplies replies;

	CannedReplyKeeping(CannedReplies replies) {
		this.replies = replies;
	}

	@Says(id = "createCannedReply", summary = "Makes a canned reply", answers = HttpStatus.CREATED, problems = "canned-reply-name-taken")
	@PostMapping
	@RequiresFeature(Features.TEMPLATE_MANAGE)
	ResponseEntity<CannedReply> create(@Valid @RequestBody NewRequest wanted, @AuthenticationPrincipal Caller caller) {
		var made = this.replies.add(
				new CannedReplyText(wanted.name().strip(), unixLines(wanted.text()), wanted.language()),
				caller.person().email());
		return ResponseEntity.created(URI.create("/api/v1/canned-replies/" + made.id())).body(made);
	}

	@Says(id = "changeCannedReply", summary = "Changes a canned reply", problems = {"canned-reply-not-found",
			"canned-reply-name-taken"})
	@PatchMapping("/{id}")
	@RequiresFeature(Features.TEMPLATE_MANAGE)
	CannedReply change(@PathVariable UUID id, @Valid @RequestBody ChangeRequest wanted,
			@AuthenticationPrincipal Caller caller) {
		return this.replies.change(id, wanted::applyTo, caller.person().email());
	}

	@Says(id = "deleteCannedReply", summary = "Deletes a canned reply", problems = "canned-reply-not-found")
	@DeleteMapping("/{id}")
	@RequiresFeature(Features.TEMPLATE_MANAGE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID id) {
		this.replies.remove(id);
	}

	private static String unixLines(String text) {
		return text.replace("\r\n", "\n");
	}

	record NewRequest(@NotBlank @Size(max = LONGEST_NAME) @PlainLine String name, @NotNull String text,
			@Nullable @Pattern(regexp = LANGUAGE, message = NO_LANGUAGE) String language) {}

	/** Absent keeps; a language of null is any. */
	record ChangeRequest(
			@Nullable @Size(max = LONGEST_NAME) @PlainLine @Pattern(regexp = ".*\\S.*", message = "must not be blank") String name,
			@Nullable String text,
			@Nullable Optional<@Pattern(regexp = LANGUAGE, message = NO_LANGUAGE) String> language) {

		CannedReplyText applyTo(CannedReplyText before) {
			return new CannedReplyText((this.name != null) ? this.name.strip() : before.name(),
					(this.text != null) ? unixLines(this.text) : before.text(),
					(this.language != null) ? this.language.orElse(null) : before.language());
		}

	}

}
