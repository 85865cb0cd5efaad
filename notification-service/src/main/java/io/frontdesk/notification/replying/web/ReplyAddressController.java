package io.frontdesk.notification.replying.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.notification.replying.Check;
import io.frontdesk.notification.replying.ReplyAddressDesk;

@RestController
@AnswersNeed(Features.MAIL_READ)
@RequestMapping("/api/v1/notifications/reply-address")
class ReplyAddressController {

	private final ReplyAddressDesk desk;

	ReplyAddressController(ReplyAddressDesk desk) {
		this.desk = desk;
	}

	@Says(id = "getReplyAddress", summary = "Tells how the last check of the reply address went")
	@GetMapping
	@RequiresFeature(Features.MAIL_READ)
	ReplyAddressView replyAddress() {
		return new ReplyAddressView(this.desk.last().orElse(null));
	}

	@Says(id = "checkReplyAddress", summary = "Checks whether mail to the reply address arrives", problems = "no-reply-address")
	@PostMapping("/check")
	@RequiresFeature(Features.MAIL_MANAGE)
	Check check() {
		return this.desk.check();
	}

	/** @param lastCheck null if there was none yet */
	record ReplyAddressView(@Nullable Check lastCheck) {}

}
