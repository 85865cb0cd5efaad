package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressFormTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Dora@Example.ORG              | dora@example.org
			dora@BÜCHER.example.org       | dora@xn--bcher-kva.example.org
			dora@XN--BCHER-KVA.example.org | dora@xn--bcher-kva.example.org
			dora@straße.example.org       | dora@xn--strae-oqa.example.org
			"Dora Ex"@example.org         | "dora ex"@example.org
			"dora.ex"@example.org         | dora.ex@example.org
			"a@b"@example.org             | "a@b"@example.org
			"a\\"b"@example.org           | "a\\"b"@example.org
			"a\\ b"@example.org           | "a b"@example.org
			a..b@example.org              | a..b@example.org
			JÖRG@example.org              | jÖrg@example.org
			\u212aarl@example.org        | \u212aarl@example.org
			\u0130an@example.org         | \u0130an@example.org
			\u212a                       | \u212a
			dora@\u212aettle.example     | dora@kettle.example
			dora@[192.0.2.1]              | dora@[192.0.2.1]
			dora                          | dora
			""")
	void addressHasOneForm(String written, String form) {
		assertThat(AddressForm.of(written)).isEqualTo(form);
		assertThat(AddressForm.of(form)).isEqualTo(form);
		assertThat(Person.idOf(written)).isEqualTo(Person.idOf(form));
	}

}
