package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.events.Authentication;
import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Authentication.Result;

class ProvenanceTests {

	private static final String MX = "mx.example.com";

	private static @Nullable Authentication of(String mail, String... servers) throws Exception {
		var reading = Letter.read(mail);
		return reading.provenance().by(List.of(servers), (reading.from() != null) ? reading.from().email() : "");
	}

	private static Proof proof(String headers) throws Exception {
		return proof(headers, "From: Dora Example <dora@example.org>");
	}

	private static Proof proof(String headers, String from) throws Exception {
		var found = of("%s\n%s\nTo: support@example.com\nSubject: Printer\n\nIt smokes.\n".formatted(headers, from),
				MX);
		assertThat(found).isNotNull();
		return found.proof();
	}

	private static String says(String results) {
		return "Authentication-Results: %s; %s".formatted(MX, results);
	}

	@Test
	void gmailIsUnderstood() throws Exception {
		var mail = """
				Delivered-To: support@example.com
				Received: by 2002:a05:7300:d30b:b0:f6 with SMTP id f11csp1;
				        Thu, 26 Nov 2026 01:00:00 -0800 (PST)
				X-Received: by 2002:a05:6402:1a4f with SMTP id x1;
				        Thu, 26 Nov 2026 01:00:00 -0800 (PST)
				ARC-Authentication-Results: i=1; mx.google.com;
				       dkim=pass header.i=@example.org header.s=s1 header.b=abc;
				       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org
				Return-Path: <dora@example.org>
				Received: from mail.example.org (mail.example.org. [192.0.2.7])
				        by mx.google.com with ESMTPS id abc for <support@example.com>
				        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
				        Thu, 26 Nov 2026 01:00:00 -0800 (PST)
				Received-SPF: pass (google.com: domain of dora@example.org designates 192.0.2.7 as permitted sender) client-ip=192.0.2.7;
				Authentication-Results: mx.google.com;
				       dkim=pass header.i=@example.org header.s=s1 header.b="a;b=c";
				       arc=none (no; chain);
				       spf=pass (google.com: domain of dora@example.org designates 192.0.2.7 as permitted sender) smtp.mailfrom=dora@example.org;
				       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org
				DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=s1; h=from:to; bh=x; b=y
				From: Dora Example <dora@example.org>
				To: support@example.com
				Subject: Printer

				It smokes.
				""";
		assertThat(of(mail, "MX.google.com")).isEqualTo(new Authentication("mx.google.com", Proof.PROVEN,
				List.of(new Result("dkim", "pass", "example.org"), new Result("arc", "none", null),
						new Result("spf", "pass", "example.org"), new Result("dmarc", "pass", "example.org")),
				false));
		assertThat(of(mail)).isNull();
		assertThat(of(mail, "mx.example.com", "google.com", "mx.google.com.example")).isNull();
	}

	@Test
	void microsoftIsUnderstood() throws Exception {
		var mail = """
				Received: from DM4PR12MB6448.namprd12.prod.outlook.com (2603:10b6:8:8a::7)
				 by PH7PR21.namprd21.prod.outlook.com with HTTPS; Thu, 26 Nov 2026 09:00:02 +0000
				ARC-Authentication-Results: i=1; mx.microsoft.com 1; spf=pass
				 smtp.mailfrom=example.org; dmarc=pass action=none header.from=example.org
				Received: from BN1PEPF00004687.namprd05.prod.outlook.com
				 (2603:10b6:408:e0:cafe::b7) by BN1PR10CA0002.outlook.office365.com
				 (2603:10b6:408:e0::7) with Microsoft SMTP Server; Thu, 26 Nov 2026 09:00:01 +0000
				Authentication-Results: mx.microsoft.com 1; spf=pass (sender IP is
				 2001:db8::9) smtp.mailfrom=example.org; hotmail.com; dkim=pass (signature was
				 verified) header.d=example.org;dmarc=%s action=none
				 header.from=example.org;compauth=pass reason=100
				Received-SPF: Pass (protection.outlook.com: domain of example.org designates
				 2001:db8::9 as permitted sender) receiver=protection.outlook.com;
				Received: from mail.example.org (2001:db8::9) by
				 BN1PEPF00004687.mail.protection.outlook.com (10.167.243.132); Thu, 26 Nov 2026 09:00:00 +0000
				From: Dora Example <dora@example.org>
				To: support@example.com
				X-MS-Exchange-Organization-SCL: %s

				It smokes.
				""";
		var found = of(mail.formatted("pass", "1"), "mx.microsoft.com");
		assertThat(found).isEqualTo(new Authentication("mx.microsoft.com", Proof.PROVEN,
				List.of(new Result("spf", "pass", "example.org"), new Result("dkim", "pass", "example.org"),
						new Result("dmarc", "pass", "example.org"), new Result("compauth", "pass", null)),
				false));
		assertThat(of(mail.formatted("bestguesspass", "1"), "mx.microsoft.com").proof()).isEqualTo(Proof.PROVEN);
		assertThat(of(mail.formatted("fail", "1"), "mx.microsoft.com").proof()).isEqualTo(Proof.FAILED);
		assertThat(Letter.read(mail.formatted("pass", "1")).provenance().spam()).isFalse();
		assertThat(Letter.read(mail.formatted("pass", "6")).provenance().spam()).isTrue();
	}

	@Test
	void fieldOfMicrosoftThatNamesNoServerCountsForNone() throws Exception {
		assertThat(of("""
				Authentication-Results: spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=example.org;
				 dmarc=pass action=none header.from=example.org;compauth=pass reason=100
				From: dora@example.org

				It smokes.
				""", "mx.microsoft.com", "spf")).isNull();
	}

	@Test
	void openDmarcAboveOpenDkimIsUnderstood() throws Exception {
		var mail = """
				Return-Path: <dora@example.org>
				Received: from mail.example.org (mail.example.org [192.0.2.7])
					by mx.example.com (Postfix) with ESMTPS id 4Abc; Thu, 26 Nov 2026 09:00:00 +0000 (UTC)
				DMARC-Filter: OpenDMARC Filter v1.4.2 mx.example.com 4Abc
				Authentication-Results: mx.example.com; dmarc=%s (p=none dis=none) header.from=example.org
				Authentication-Results: mx.example.com; spf=pass smtp.mailfrom=example.org
				DKIM-Filter: OpenDKIM Filter v2.11.0 mx.example.com 4Abc
				Authentication-Results: mx.example.com;
					dkim=pass (2048-bit key; unprotected) header.d=example.org header.i=@example.org header.b="x=="
				From: Dora Example <dora@example.org>
				To: support@example.com

				It smokes.
				""";
		assertThat(of(mail.formatted("pass"), MX).proof()).isEqualTo(Proof.PROVEN);
		assertThat(of(mail.formatted("fail"), MX).proof()).isEqualTo(Proof.FAILED);
		assertThat(of(mail.formatted("none"), MX).proof()).isEqualTo(Proof.NONE);
		assertThat(of(mail.formatted("pass"), MX).results()).extracting(Result::method)
				.containsExactly("dmarc", "spf", "dkim");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			dmarc=pass (policy=reject) header.from=example.org                             | PROVEN
			dmarc=fail reason="SPF not aligned (relaxed)" header.from=example.org (policy=none) | FAILED
			dmarc=quarantine header.from=example.org                                       | FAILED
			dmarc=pass header.from=other.org                                               | NONE
			dmarc=pass                                                                     | NONE
			dmarc=none; dkim=pass header.d=example.org header.s=s1 header.b=a=             | PROVEN
			dmarc=temperror; dkim=pass header.i=dora@example.org                           | PROVEN
			dkim=pass header.d=esp.example; dkim=pass header.d=example.org                 | PROVEN
			dkim=pass header.d=esp.example                                                 | NONE
			dkim=pass header.d=mail.example.org                                            | NONE
			dkim=pass header.d=org                                                         | NONE
			dkim=pass header.d=notexample.org                                              | NONE
			dkim=fail (body hash did not verify) header.d=example.org                      | FAILED
			dkim=fail header.d=list.example; dkim=pass header.d=example.org                | PROVEN
			dkim=fail header.d=example.org; dmarc=pass header.from=example.org             | PROVEN
			dkim/1=pass header.d=EXAMPLE.ORG.                                              | PROVEN
			dkim=none; spf=fail smtp.mailfrom=example.org                                  | FAILED
			dkim=none; spf=hardfail smtp.mailfrom=example.org                              | FAILED
			spf=softfail smtp.mailfrom=example.org                                         | NONE
			spf=pass smtp.mailfrom=dora@example.org                                        | PROVEN
			spf=pass smtp.mailfrom=bounce@esp.example                                      | NONE
			spf=pass smtp.helo=example.org                                                 | NONE
			spf=pass smtp.mailfrom=example.org; dmarc=fail header.from=example.org         | FAILED
			spf=neutral; dkim=neutral; arc=pass (i=1 dmarc=pass fromdomain=example.org)    | NONE
			auth=pass smtp.auth=dora@example.org                                           | NONE
			none                                                                           | NONE
			(dmarc=pass header.from=example.org) spf=none                                  | NONE
			spf=none (a (nested \\) one) ; dmarc=pass header.from=example.org) smtp.helo=x | NONE
			spf=pass smtp.mailfrom="a; dmarc=pass header.from=example.org; "@evil.example  | NONE
			dmarc=fail header.from=example.org; dmarc=pass header.from=example.org         | FAILED
			dmarc=none header.from=example.org; dmarc=pass header.from=example.org         | NONE
			DMARC = pass header . from = example.org                                       | NONE
			Dmarc = Pass Header.From = Example.org                                         | PROVEN
			dmarc=pass(p=NONE) header.from=example.org;;; ; =; =x; "                       | PROVEN
			""")
	void whatTheServerSaysDecides(String results, Proof expected) throws Exception {
		assertThat(proof(says(results))).isEqualTo(expected);
	}

	@Test
	void fieldIsReadAcrossLinesAndWithItsVersion() throws Exception {
		assertThat(
				proof("Authentication-Results: \"mx.example.com\" (ours) 1;\n\tdmarc=pass\n\theader.from=example.org"))
				.isEqualTo(Proof.PROVEN);
		assertThat(proof("Authentication-Results: mx.example.com 2; dmarc=pass header.from=example.org"))
				.isEqualTo(Proof.NONE);
	}

	@Test
	void domainAboveTheAuthorsVouchesAndTheOtherWayRoundNot() throws Exception {
		var from = "From: dora@mail.example.org";
		assertThat(proof(says("dkim=pass header.d=example.org"), from)).isEqualTo(Proof.PROVEN);
		assertThat(proof(says("dmarc=pass header.from=example.org"), from)).isEqualTo(Proof.NONE);
	}

	/** What a sender puts into the mail stands below what the server puts above it. */
	@ParameterizedTest
	@ValueSource(strings = {"spf=none", "spf=none; dkim=none; dmarc=none header.from=example.org",
			"dmarc=none header.from=example.org", "none", "gibberish"})
	void fieldThatTheSenderWroteProvesNothingBelowTheServersOwn(String own) throws Exception {
		assertThat(proof(says(own) + "\n" + says("dmarc=pass header.from=example.org; dkim=pass header.d=example.org")))
				.isEqualTo(Proof.NONE);
	}

	@Test
	void fieldOfTheServerThatTheSenderMadeTooLongHidesNoneBelow() throws Exception {
		assertThat(proof(says("dkim=fail header.d=x.example; ".repeat(2_000)) + "\n"
				+ says("dmarc=pass header.from=example.org"))).isEqualTo(Proof.NONE);
	}

	@Test
	void fieldBelowWhatTheSenderWroteCountsForNothing() throws Exception {
		var forged = says("dmarc=pass header.from=example.org");
		for (var first : List.of("From: dora@example.org", "To: x@example.com", "Subject: x", "Date: now")) {
			var mail = "%s\n%s\n%s\n\nIt smokes.\n".formatted(first, forged,
					first.startsWith("From") ? "X: y" : "From: dora@example.org");
			assertThat(of(mail, MX)).as(first).isNull();
		}
		assertThat(of("From: dora@example.org\n\n" + forged + "\n", MX)).isNull();
	}

	@Test
	void fieldOfAnotherServerCountsForNothing() throws Exception {
		var found = of("Authentication-Results: mx.evil.example; dmarc=pass header.from=example.org\n"
				+ "From: dora@example.org\n\nIt smokes.", MX);
		assertThat(found).isNull();
	}

	@Test
	void whatSpeaksAgainstTheMailCountsWhereverItStands() throws Exception {
		assertThat(proof(says("spf=none") + "\n" + says("dkim=fail header.d=example.org"))).isEqualTo(Proof.FAILED);
	}

	@ParameterizedTest
	@ValueSource(strings = {"From: dora@example.org, emil@example.org",
			"From: dora@example.org\nFrom: emil@example.org",
			"From: dora@example.org\nFrom: dora@example.org", "From: Team: dora@example.org;",
			"From: emil@example.org <dora@example.org>, ", "From: dora@example.org (emil@example.org",
			"From: \"dora@example.org\" <emil@example.org> <dora@example.org>", "From:\nSender: dora@example.org",
			"Reply-To: dora@example.org", "From: <dora@example.org>, broken"})
	void severalAuthorsOrAnUnclearOneAreNeverProven(String from) throws Exception {
		assertThat(proof(says("dmarc=pass header.from=example.org"), from)).isEqualTo(Proof.NONE);
	}

	/** What a server says of evil.example must not pass for its word on whom we take such a mail to be from. */
	@ParameterizedTest
	@ValueSource(strings = {"From: \"<dora@example.org>\"@evil.example",
			"From: \u001b$Beve@evil.example<\u001b(B <dora@example.org>",
			"From: dora@example.org(c).evil.example", "From: dora@example.org .evil.example",
			"From: dora@example.org (c) .evil.example", "From: <dora@example.org (c) .evil.example>",
			"From: <dora@example.org\t.evil.example>", "From: dora(c)@example.org",
			"From: <eve@evil.example> <dora@example.org>", "From: eve@evil.example <dora@example.org>",
			"From: <eve@evil.example>dora@example.org", "From: \"x\" <dora@example.org> <eve@evil.example>",
			"From: dora@example.org, eve@evil.example", "From: eve@evil.example, dora@example.org",
			"From: dora@example.org; eve@evil.example", "From: <dora@example.org>, eve@evil.example",
			"From: eve@evil.example:dora@example.org", "From: <@evil.example:dora@example.org>",
			"From: list: dora@example.org;", "From: <=?utf-8?q?dora=40example.org?=>",
			"From: =?utf-8?q?dora=40example.org?=", "From: 'dora@example.org'",
			"From: mailto:dora@example.org", "From: dora@[example.org]", "From: dora@example.org.",
			"From: dora@example.org\u0000@evil.example", "From: dora@exam\u00adple.org", "From: dora@\uff45xample.org",
			"From: dora@example\u3002org", "From: eve@evil.example\nFrom: dora@example.org",
			"From: dora@example.org\nFrom: eve@evil.example", "FROM: dora@example.org\nfrom: eve@evil.example",
			"From : dora@example.org", "From : dora@example.org\nFrom: eve@evil.example",
			"X: y\nwhat is this?\nFrom: dora@example.org", "X: y;\nFrom x\nFrom: dora@example.org",
			"X: y\n \nFrom: dora@example.org", "X: y\rFrom: dora@example.org", "Sender: dora@example.org",
			"From: \nReturn-Path: <dora@example.org>", "From: undisclosed:;\nReply-To: dora@example.org",
			"From: no-reply@evil.example\nReply-To: dora@example.org",
			"From: eve@evil.example\nX-Original-From: dora@example.org"})
	void whomTheServerMayHaveReadAsSomebodyElseIsHearsay(String from) throws Exception {
		for (var domain : List.of("evil.example", "example.org")) {
			var mail = says("dmarc=pass header.from=%1$s; dkim=pass header.d=%1$s; spf=pass smtp.mailfrom=%1$s")
					.formatted(domain) + "\n" + from + "\nTo: support@example.com\n\nIt smokes.\n";
			var sender = Letter.read(mail).from();
			var found = of(mail, MX);
			assertThat(found).isNotNull();
			assertThat(found.hearsay()).as("%s of %s", domain, sender).isTrue();
			assertThat(found.proof()).isEqualTo(Proof.NONE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"From: dora@example.org", "from:<Dora@Example.ORG>",
			"From:\n Dora Example\n\t<dora@example.org>",
			"From: \"Example, Dora\" <dora@example.org>", "From: dora@example.org (Dora \\) Example)",
			"From: [Sales] D. Example (x) <dora@example.org> (y)", "From: \"eve@evil.example\" <dora@example.org>",
			"From: dora@example.org (eve@evil.example)", "From: Dor\u00e4 \ud83d\udd25 <dora@example.org>",
			"From: =?utf-8?q?eve=40evil.example?= <dora@example.org>", "From: \"dora\"@example.org",
			"Received: from evil.example\n (evil.example)\nFrom: dora@example.org\nthe text begins"})
	void whomEverybodyReadsTheSameIsNone(String from) throws Exception {
		var mail = "From x Thu Nov\n" + says("dmarc=pass header.from=example.org") + "\n" + from + "\n\nIt smokes.\n";
		assertThat(of(mail, MX)).extracting(Authentication::proof, Authentication::hearsay)
				.containsExactly(Proof.PROVEN, false);
	}

	@ParameterizedTest
	@ValueSource(strings = {"\"dora@example.org\"@evil.example", "\" dora@example.org\"@evil.example",
			"Dora <\"dora@example.org\"@evil.example>",
			"\"dora@example.org,\"@evil.example", "(x) \"dora@example.org\"@evil.example (y)"})
	void addressWithinALocalPartIsNobodys(String from) throws Exception {
		var mail = says("dmarc=pass header.from=evil.example") + "\nFrom: " + from + "\n\nIt smokes.\n";
		assertThat(Letter.read(mail).from().email()).endsWith("\"@evil.example");
		assertThat(of(mail, MX)).extracting(Authentication::proof, Authentication::hearsay)
				.containsExactly(Proof.PROVEN, false);
	}

	@Test
	void authorInTheLettersOfTheirLanguageIsPlain() throws Exception {
		var from = "From: d\u00f6ra@b\u00fccher.example";
		assertThat(proof(says("dmarc=pass header.from=xn--bcher-kva.example"), from)).isEqualTo(Proof.PROVEN);
		assertThat(proof(says("dmarc=pass header.from=b\u00fccher.example"), from)).isEqualTo(Proof.PROVEN);
	}

	@Test
	void serverThatSaysWhomElseItFoundMakesItHearsay() throws Exception {
		for (var said : List.of("dmarc=none header.from=evil.example", "dmarc=pass header.from=evil.example",
				"spf=none\n" + says("dmarc=none header.from=evil.example"))) {
			var found = of(says(said + "; dkim=pass header.d=example.org") + "\nFrom: dora@example.org\n\nx\n", MX);
			assertThat(found).extracting(Authentication::hearsay, Authentication::proof)
					.containsExactly(true, Proof.NONE);
		}
	}

	@Test
	void serversWordIsFoundWhateverStandsAbove() throws Exception {
		var foreign = "Authentication-Results: mx.other.example; spf=pass; dkim=\"pass (of\n".repeat(300);
		assertThat(proof(foreign + says("dmarc=fail header.from=example.org"))).isEqualTo(Proof.FAILED);
		var signatures = "dkim=neutral header.d=evil.example; ".repeat(100);
		assertThat(proof(says(signatures + "dmarc=fail header.from=example.org"))).isEqualTo(Proof.FAILED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			spf=pass smtp.mailfrom="x@example.org; dmarc=fail header.from=example.org              | FAILED
			spf=softfail (domain of x( evil) smtp.mailfrom=e@evil.example; dmarc=fail header.from=example.org | FAILED
			spf=none (a \\) smtp.mailfrom=e@evil.example; dmarc=fail (p=reject) header.from=example.org | FAILED
			spf=none smtp.mailfrom="x; dmarc=pass header.from=example.org                          | NONE
			spf=none (x; dkim=pass header.d=example.org                                            | NONE
			""")
	void whatIsNotClosedHidesNoFailureAndProvesNothing(String results, Proof expected) throws Exception {
		assertThat(proof(says(results))).isEqualTo(expected);
	}

	@Test
	void onlyTheAuthorIsProven() throws Exception {
		var provenance = Letter.read(says("dmarc=pass header.from=example.org")
				+ "\nFrom: Dora Äxample <Dora@example.org>\nReply-To: emil@example.org\n\nIt smokes.").provenance();
		assertThat(provenance.by(List.of(MX), "dora@example.org").proof()).isEqualTo(Proof.PROVEN);
		assertThat(provenance.by(List.of(MX), "emil@example.org").proof()).isEqualTo(Proof.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = {"X-Spam-Flag: YES", "X-Spam-Status: Yes, score=7.5 required=5.0", "X-Spam: Yes",
			"X-Spam: no\nX-Spam: yes", "X-Bogosity: Spam, tests=bogofilter", "X-MS-Exchange-Organization-SCL: 9",
			"X-Forefront-Antispam-Report: CIP:192.0.2.7;CTRY:US;LANG:en;SCL:5;SRV:;IPV:NLI;SFV:SPM;H:x;CAT:SPM;DIR:INB;",
			"X-Forefront-Antispam-Report: CIP:192.0.2.7;SCL:1;SFV:NSPM;CAT:PHSH"})
	void spamIsWhatAnybodyMarksAsSpam(String header) throws Exception {
		assertThat(Letter.read(Letter.mail(header)).provenance().spam()).isTrue();
	}

	@Test
	void markOfAnyLengthIsRead() throws Exception {
		for (var filling : List.of(";", "; ", "x;", " ")) {
			var report = "X-Forefront-Antispam-Report: " + filling.repeat(3_900 / filling.length());
			assertThat(Letter.read(Letter.mail(report)).provenance().spam()).isFalse();
			assertThat(Letter.read(Letter.mail(report + ";SFV:SPM;")).provenance().spam()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"X-Spam-Flag: NO", "X-Spam-Status: No, score=-0.1 tests=YES", "X-Spam-Level: *",
			"X-Bogosity: Ham", "X-MS-Exchange-Organization-SCL: -1", "X-Spam: ", "X-Yes: X-Spam-Flag: YES",
			"X-Forefront-Antispam-Report: CIP:192.0.2.7;SCL:1;SFV:NSPM;H:SCL-5.example;CAT:NONE;SFS:(13230040);DIR:INB;"})
	void otherMailIsNot(String header) throws Exception {
		assertThat(Letter.read(Letter.mail(header)).provenance().spam()).isFalse();
	}

}
