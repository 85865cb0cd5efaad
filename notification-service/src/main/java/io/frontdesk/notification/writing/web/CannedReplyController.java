package io.frontdesk.notification.writing.web;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.documentation.Says;
import io.frontdesk.http.listing.Cursors;
import io.frontdesk.notification.writing.CannedReplies;
import io.frontdesk.notification.writing.CannedReply;

/** For those who write replies, and those who keep what is canned. */
@RestController
@RequestMapping("/api/v1/canned-replies")
class CannedReplyController {

	private static final Pattern NAME = Pattern.compile("\\P{Cc}++");

	private final CannedReplies replies;

	private final Cursors cursors;

	CannedReplyController(CannedReplies replies, Cursors cursors) {
		this.replies = replies;
		this.cursors = cursors;
	}

	/** @param q part of the name */
	@Says(id = "listCannedReplies", summary = "Lists canned replies by name", problems = "bad-cursor")
	@GetMapping
	@PreAuthorize("hasAnyAuthority('ticket:write', 'template:manage')")
	ListView cannedReplies(
			@RequestParam(defaultValue = "") @Size(max = 100) @jakarta.validation.constraints.Pattern(regexp = "\\P{Cc}*", message = "has control characters") String q,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
		var list = "canned-replies " + q;
		var after = this.cursors.take(list, cursor, NAME, name -> name);
		var page = this.replies.page(q, (after != null) ? after : "", limit);
		var next = page.next();
		return new ListView(page.replies(), (next != null) ? this.cursors.give(list, next) : null, page.total(),
				page.totalCapped());
	}

	@Says(id = "getCannedReply", summary = "Gives a canned reply", problems = "canned-reply-not-found")
	@GetMapping("/{id}")
	@PreAuthorize("hasAnyAuthority('ticket:write', 'template:manage')")
	CannedReply cannedReply(@PathVariable UUID id) {
		return this.replies.get(id);
	}

	/** @param totalCapped whether there are more than the total says */
	record ListView(List<CannedReply> items, @Nullable String nextCursor, int total, boolean totalCapped) {}

}
