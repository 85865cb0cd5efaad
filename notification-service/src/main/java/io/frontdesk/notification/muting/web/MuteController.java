package io.frontdesk.notification.muting.web;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.http.listing.Cursors;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.notification.muting.Mute;
import io.frontdesk.notification.muting.Mutes;

@RestController
@AnswersNeed(Features.MAIL_READ)
@RequestMapping("/api/v1/notifications/mutes")
class MuteController {

	private static final String LIST = "mutes";

	private static final Pattern ADDRESS = Pattern.compile("[^\\p{Cc}]{1,320}");

	private final Mutes mutes;

	private final Cursors cursors;

	MuteController(Mutes mutes, Cursors cursors) {
		this.mutes = mutes;
		this.cursors = cursors;
	}

	@Says(id = "listMutes", summary = "Lists the addresses that are not mailed", problems = "bad-cursor")
	@GetMapping
	@RequiresFeature(Features.MAIL_READ)
	ListView mutes(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
		var page = this.mutes.page(this.cursors.take(LIST, cursor, ADDRESS, address -> address), limit);
		var next = page.next();
		return new ListView(page.mutes(), (next != null) ? this.cursors.give(LIST, next) : null, page.total());
	}

	@Says(id = "liftMute", summary = "Lets an address be mailed again", problems = "mute-not-found")
	@DeleteMapping("/{address}")
	@RequiresFeature(Features.MAIL_MANAGE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lift(
			@PathVariable @Size(max = 320) @jakarta.validation.constraints.Pattern(regexp = "\\P{Cc}*") String address) {
		this.mutes.lift(address);
	}

	record ListView(List<Mute> items, @Nullable String nextCursor, long total) {}

}
