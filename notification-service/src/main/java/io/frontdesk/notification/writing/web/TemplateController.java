package io.frontdesk.notification.writing.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.notification.outbound.NewDelivery.Content;
import io.frontdesk.notification.writing.MailTemplate;
import io.frontdesk.notification.writing.Preview;
import io.frontdesk.notification.writing.TemplateKey;
import io.frontdesk.notification.writing.TemplateProblem;
import io.frontdesk.notification.writing.Templates;

@RestController
@AnswersNeed(Features.TEMPLATE_MANAGE)
@RequestMapping("/api/v1/templates")
class TemplateController {

	private final Templates templates;

	private final Preview preview;

	TemplateController(Templates templates, Preview preview) {
		this.templates = templates;
		this.preview = preview;
	}

	@Says(id = "listTemplates", summary = "Lists the templates of mails")
	@GetMapping
	@RequiresFeature(Features.TEMPLATE_MANAGE)
	ListView templates() {
		var all = this.templates.all().stream().map(TemplateView::of).toList();
		return new ListView(all, null, all.size());
	}

	@Says(id = "getTemplate", summary = "Gives a template", problems = "template-not-found")
	@GetMapping("/{key}")
	@RequiresFeature(Features.TEMPLATE_MANAGE)
	TemplateView template(@PathVariable String key, @RequestParam(required = false) @Nullable String locale) {
		return TemplateView.of(this.templates.get(known(key), locale));
	}

	@Says(id = "changeTemplate", summary = "Changes a template", problems = "template-not-found")
	@PutMapping("/{key}")
	@RequiresFeature(Features.TEMPLATE_MANAGE)
	TemplateView change(@PathVariable String key, @RequestParam(required = false) @Nullable String locale,
			@Valid @RequestBody TemplateText wanted, @AuthenticationPrincipal Caller caller) {
		return TemplateView.of(this.templates.change(known(key), locale, wanted.subject(), unixLines(wanted.text()),
				caller.person().email()));
	}

	@Says(id = "resetTemplate", summary = "Makes a template what it was at first", problems = "template-not-found")
	@DeleteMapping("/{key}")
	@RequiresFeature(Features.TEMPLATE_MANAGE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void reset(@PathVariable String key, @RequestParam(required = false) @Nullable String locale) {
		this.templates.reset(known(key), locale);
	}

	@Says(id = "previewTemplate", summary = "Shows a mail as it would be with a template", problems = "template-not-found")
	@PostMapping("/{key}/preview")
	@RequiresFeature(Features.TEMPLATE_MANAGE)
	Content preview(@PathVariable String key, @RequestParam(required = false) @Nullable String locale,
			@Valid @RequestBody PreviewRequest wanted) {
		return this.preview.of(known(key), locale, wanted.subject(),
				(wanted.text() != null) ? unixLines(wanted.text()) : null, wanted.ticket());
	}

	private static TemplateKey known(String key) {
		return TemplateKey.of(key)
				.filter(TemplateKey::isChangeable)
				.orElseThrow(TemplateProblem.TEMPLATE_NOT_FOUND::exception);
	}

	private static String unixLines(String text) {
		return text.replace("\r\n", "\n");
	}

	record ListView(List<TemplateView> items, @Nullable String nextCursor, int total) {}

	/** @param custom whether it was changed; if not, nobody changed it */
	record TemplateView(TemplateKey key, String locale, String subject, String text, boolean custom,
			@Nullable Instant changedAt, @Nullable String changedBy, Set<String> variables) {

		static TemplateView of(MailTemplate template) {
			return new TemplateView(template.key(), template.locale(), template.subject(), template.text(),
					template.isCustom(), template.changedAt(), template.changedBy(), template.variables());
		}

	}

	record TemplateText(@NotNull String subject, @NotNull String text) {}

	/** @param subject of a draft; that of the template if left out, as for the text */
	record PreviewRequest(@Nullable String subject, @Nullable String text, Preview.@Nullable @Valid Example ticket) {}

}
