package io.frontdesk.notification.muting.web;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.notification.muting.Mute;
import io.frontdesk.notification.muting.Mutes;

@RestController
@AnswersNeed(Features.MAIL_READ)
@RequestMapping("/api/v1/notifications/mutes")
class MuteController {

	private final Mutes mutes;

	MuteController(Mutes mutes) {
		this.mutes = mutes;
	}

	@GetMapping
	@RequiresFeature(Features.MAIL_READ)
	ListView mutes(
			@RequestParam(required = false) @Nullable @Size(max = 320) @Pattern(regexp = "\\P{Cc}*") String cursor,
			@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
		var page = this.mutes.page(cursor, limit);
		return new ListView(page.mutes(), page.next(), page.total());
	}

	@DeleteMapping("/{address}")
	@RequiresFeature(Features.MAIL_MANAGE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void lift(@PathVariable @Size(max = 320) @Pattern(regexp = "\\P{Cc}*") String address) {
		this.mutes.lift(address);
	}

	record ListView(List<Mute> items, @Nullable String nextCursor, long total) {}

}
