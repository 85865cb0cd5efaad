package io.frontdesk.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.http.problem.InvalidField;

class TemplateCheckTests {

	private static final String SUBJECT = "Re: {{subject}} [#{{ticket}}]";

	private static final String TEXT = "Thank you {{recipient}}, your ticket id is {{ticket}}.";

	@Test
	void whatIsGoodHasNoFault() {
		assertThat(TemplateCheck.faults(TemplateKey.CREATED, SUBJECT, TEXT)).isEmpty();
		assertThat(TemplateCheck.faults(TemplateKey.STATUS_CHANGED, SUBJECT,
				"{{#closed}}Done.{{/closed}}{{^closed}}{{status}}{{/closed}} { a } }} {")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"{{ticket}} {{shoeSize}}|{{shoeSize}} is not known here",
			"{{ticket}} {{status}}|{{status}} is not known here", "{{ticket}} {{#a}}b{{/a}}|{{a}} is not known here",
			"Thank you.|needs {{ticket}}", "{{#name}}{{ticket}}{{/name}}|needs {{ticket}}",
			"{{ticket}} {{#name}}|name", "{{ticket}} {{/name}}|name", "{{ticket|ticket", "{{{ticket}}}|can't have",
			"{{& ticket}}|can't have", "{{>other}} {{ticket}}|can't have", "{{=<% %>=}} {{ticket}}|can't have",
			"{{ticket}} {{}}|can't have", "{{ticket}} {{ }}|can't have"})
	void faultsInTheTextAreNamed(String text, String message) {
		assertThat(TemplateCheck.faults(TemplateKey.CREATED, SUBJECT, text)).singleElement()
				.satisfies(fault -> assertThat(fault.field()).isEqualTo("text"))
				.satisfies(fault -> assertThat(fault.message()).contains(message));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "Your ticket", "[#{{ticket}}] {{body}}", "[#{{ticket}}]\nBcc: x@example.org",
			"[#{{ticket}}] {{recipient}}"})
	void faultsInTheSubjectAreNamed(String subject) {
		assertThat(TemplateCheck.faults(TemplateKey.CREATED, subject, TEXT)).singleElement()
				.satisfies(fault -> assertThat(fault.field()).isEqualTo("subject"));
	}

	/** Whoever writes in another's name would have them mailed his words. */
	@ParameterizedTest
	@ValueSource(strings = {"subject", "body", "name", "author", "requester", "link"})
	void noWordOfTheSendersGoesToOneWhoMayNotHaveWritten(String variable) {
		for (var key : new TemplateKey[]{TemplateKey.CREATED_UNPROVEN, TemplateKey.STATUS_CHANGED_UNPROVEN}) {
			var word = "{{%s}}".formatted(variable);
			var section = "{{#%s}}x{{/%s}}".formatted(variable, variable);
			for (var words : new String[]{word, section}) {
				assertThat(TemplateCheck.faults(key, "[#{{ticket}}] " + words, "{{ticket}} " + words))
						.extracting(InvalidField::field)
						.containsExactly("subject", "text");
			}
			assertThat(TemplateCheck.faults(key, "[#{{ticket}}]", "{{ticket}} {{recipient}}")).isEmpty();
		}
	}

	@Test
	void allFaultsAreNamedAtOnce() {
		assertThat(TemplateCheck.faults(TemplateKey.REPLY, "{{x}}", "{{y}}" + "z".repeat(20_001)))
				.extracting(InvalidField::field)
				.containsExactly("subject", "subject", "text", "text", "text");
	}

}
