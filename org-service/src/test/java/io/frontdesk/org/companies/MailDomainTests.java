package io.frontdesk.org.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDomainTests {

	@ParameterizedTest
	@CsvSource({"acme.example,acme.example", " @ACME.Example ,acme.example", "mail.acme.example,mail.acme.example",
			"bücher.example,xn--bcher-kva.example"})
	void domainIsKeptAsMailServersWriteIt(String text, String name) {
		assertThat(MailDomain.of(text).name()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", ".", "acme", "acme..example", "-acme.example", "a@acme.example", "acme.example.",
			"acme example.com", "127.0.0.1", "acme.example/x", "\u202eacme.example", "acme\u0000.example"})
	void whatIsNoDomainIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> MailDomain.of(text)).withMessageContaining("mail domain");
	}

	@Test
	void addressesThatAnybodyCanGetSayNothingAboutACompany() {
		assertThatIllegalArgumentException().isThrownBy(() -> MailDomain.of("GMail.com"))
				.withMessageContaining("gmail.com gives addresses to anybody");
	}

}
