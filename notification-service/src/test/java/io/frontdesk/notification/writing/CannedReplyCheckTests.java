package io.frontdesk.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.http.problem.InvalidField;

class CannedReplyCheckTests {

	@ParameterizedTest
	@ValueSource(strings = {"Hello {{firstName}},", "{{ ticket }}", "{{ticket}}: {{subject}}\n\tBye }} { {",
			"{\"a\": {\"b\": 1}}"})
	void textWithVariablesAloneHasNoFault(String text) {
		assertThat(CannedReplyCheck.faults(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " \n", "{{}}", "{{ }}", "{{first name}}", "{{firstname}}", "{{name}}", "{{.}}",
			"{{ticket", "{{ticket}", "{{ticket} }", "{{{ticket}}}", "{{&ticket}}", "{{> ticket}}", "{{=<% %>=}}",
			"{{#ticket}}x{{/ticket}}", "{{^ticket}}x{{/ticket}}", "{{! ticket }}", "{{ # ticket }}", "a\u0007b",
			"a\u0085b", "a\rb"})
	void whatNobodyCanFillInIsAFault(String text) {
		assertThat(CannedReplyCheck.faults(text)).isNotEmpty()
				.allSatisfy(fault -> assertThat(fault.field()).isEqualTo("text"));
	}

	@Test
	void eachFaultIsNamedOnce() {
		assertThat(CannedReplyCheck.faults("{{x}} {{x}} {{y}} {{\u0007")).extracting(InvalidField::message)
				.satisfiesExactly(fault -> assertThat(fault).contains("control"),
						fault -> assertThat(fault).contains("{{x}} is not known here; known are author, company"),
						fault -> assertThat(fault).contains("{{y}} is not known here"),
						fault -> assertThat(fault).contains("is not closed"));
		assertThat(CannedReplyCheck.faults("x".repeat(20_001))).extracting(InvalidField::message)
				.containsExactly("is longer than 20000 characters");
	}

}
