package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ByteArrayResource;

/** Counts the work that hostile mails make; {@link GrowthTable} prints the time that they take. */
class ReadingGrowthTests {

	private static final int SIZE = 20_000;

	@ParameterizedTest
	@EnumSource
	void tenTimesTheMailIsTenTimesTheWork(Shape shape) throws Exception {
		assertThat(work(shape.mail(10 * SIZE))).isLessThanOrEqualTo(14 * work(shape.mail(SIZE)));
	}

	@ParameterizedTest
	@EnumSource
	void hostileMailNeedsHalfOfWhatItMayAtMost(Shape shape) throws Exception {
		var mail = shape.mail(5 * SIZE);
		assertThat(2 * work(mail)).isLessThan(Work.forMail(mail.length).limit());
	}

	@Test
	void mailThatNeedsMoreThanItMayEndsWithAReason() {
		var work = Work.upTo(100_000);
		assertThatExceptionOfType(UnreadableMailException.class)
				.isThrownBy(() -> MailReader.read(outline(Shape.PARTS_HTML.mail(100_000)), _ -> false, work))
				.satisfies(ex -> assertThat(ex.reason()).contains("far more work"));
	}

	@Test
	void tenThousandPartsGiveTheTextAndSayWhatIsLeftOut() throws Exception {
		var reading = Letter.read("From: dora@example.org\nContent-Type: multipart/mixed; boundary=x\n\n"
				+ "--x\n\nIt smokes.\n" + "--x\nContent-Disposition: attachment\n\na\n".repeat(10_000));
		assertThat(reading.text()).startsWith("It smokes.").contains("more than 1,000 parts");
		assertThat(reading.attachments()).hasSize(998);
	}

	@Test
	void pageOfTooManyElementsIsReadFromItsStart() throws Exception {
		var reading = Letter.read("From: dora@example.org\nContent-Type: text/html\n\n<p>It smokes.</p>"
				+ "<p>a".repeat(600_000));
		assertThat(reading.text()).startsWith("It smokes.").endsWith(MailContent.UNFINISHED);
		assertThat(reading.html()).startsWith("<p>It smokes.</p>").endsWith("<p>" + MailContent.UNFINISHED + "</p>");
	}

	@Test
	void severalMailsAreReadAtOnce() throws Exception {
		var mails = Arrays.stream(Shape.values()).map(shape -> shape.mail(SIZE)).toList();
		var reader = new MailReader();
		try (var threads = Executors.newFixedThreadPool(4)) {
			var readings = threads.invokeAll(
					mails.stream().<Callable<String>>map(mail -> () -> digest(reader, mail)).toList());
			for (var i = 0; i < mails.size(); i++) {
				assertThat(readings.get(i).get()).isEqualTo(digest(reader, mails.get(i)));
			}
		}
	}

	private static String digest(MailReader reader, byte[] mail) throws UnreadableMailException, IOException {
		return reader.read(new ByteArrayResource(mail), _ -> false).contentDigest();
	}

	private static long work(byte[] mail) throws UnreadableMailException, IOException {
		var work = Work.forMail(mail.length);
		MailReader.read(outline(mail), _ -> false, work);
		return work.done();
	}

	private static MailOutline outline(byte[] mail) throws IOException {
		return MailOutline.of(new ByteArrayResource(mail));
	}

}
