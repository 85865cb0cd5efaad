package io.frontdesk.ticket.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Person;
import io.frontdesk.events.Source;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;

@TicketServiceTest
class AttachmentIT {

	private static final RequestPostProcessor ALICE = Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE);

	private static final RequestPostProcessor DORA = Callers.client("dora@example.org");

	private static final RequestPostProcessor CAROL = Callers.client("carol@example.com");

	private static final byte[] PIXEL = Base64.getDecoder()
			.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

	private final MockMvcTester mvc;

	private final FileRoom files;

	private final JdbcClient jdbc;

	@Autowired
	AttachmentIT(MockMvcTester mvc, FileRoom files, JdbcClient jdbc) {
		this.mvc = mvc;
		this.files = files;
		this.jdbc = jdbc;
	}

	/** As many as there are connections, each with a file that drips in, and nobody else got any. */
	@Test
	void slowUploadKeepsNoTransactionOpen() throws IOException {
		var open = new AtomicBoolean();
		var dora = Person.of("dora@example.org", "Dora Duck");
		this.files.take("slow.png", new FilterInputStream(new ByteArrayInputStream(PIXEL)) {

			@Override
			public int read(byte[] buffer, int offset, int length) throws IOException {
				open.compareAndSet(false, TransactionSynchronizationManager.isActualTransactionActive());
				return super.read(buffer, offset, 1);
			}

		}, new Actor(dora, false, Source.API), dora);
		assertThat(open).isFalse();
	}

	@Test
	void uploadIsItsOwnersUntilItIsAttachedAndThenItsTickets() {
		var id = upload(DORA, "photo.png", PIXEL);
		assertThat(download(id, DORA)).hasStatusOk();
		assertThat(download(id, ALICE)).hasStatus(HttpStatus.NOT_FOUND);
		var dora = new Api(this.mvc, DORA);
		dora.post("/tickets",
				"{\"subject\": \"Look\", \"message\": \"Here.\", \"attachments\": [\"%s\"]}".formatted(id));
		assertThat(download(id, ALICE)).hasStatusOk();
		assertThat(download(id, CAROL)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(download(id, ALICE).getResponse().getContentAsByteArray()).isEqualTo(PIXEL);
		assertThat(dora.send(HttpMethod.POST, "/tickets",
				"{\"subject\": \"Again\", \"message\": \"x\", \"attachments\": [\"%s\"]}".formatted(id)))
				.as("one upload is one attachment").hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void uploadIsKeptForADayOrAsLongAsADraftHasIt() {
		var dora = new Api(this.mvc, DORA);
		var draft = "/tickets/%d/drafts/reply".formatted(dora.raise("Kept"));
		var kept = upload(DORA, "kept.png", PIXEL);
		var loose = upload(DORA, "loose.png", PIXEL);
		var fresh = upload(DORA, "fresh.png", PIXEL);
		Api.json(dora.send(HttpMethod.PUT, draft,
				"{\"body\": \"\", \"attachments\": [\"%s\"], \"idempotencyKey\": \"kept\"}".formatted(kept)),
				HttpStatus.OK);
		age(kept, loose);
		this.files.clear();
		assertThat(download(kept, DORA)).hasStatusOk();
		assertThat(download(kept, ALICE)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(download(loose, DORA)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(download(fresh, DORA)).hasStatusOk();
		assertThat(dora.read(draft).at("/attachments/0/filename").asString()).isEqualTo("kept.png");
		assertThat(dora.send(HttpMethod.DELETE, draft, "")).hasStatus(HttpStatus.NO_CONTENT);
		this.files.clear();
		assertThat(download(kept, DORA)).hasStatus(HttpStatus.NOT_FOUND);
	}

	private void age(String... uploads) {
		for (var upload : uploads) {
			this.jdbc.sql("update attachment set uploaded_at = now() - interval '3 days' where id = ?")
					.param(UUID.fromString(upload))
					.update();
		}
	}

	@Test
	void onlySafeImagesAreShownAndTheContentSaysWhatAFileIs() {
		var image = download(upload(DORA, "photo.png", PIXEL), DORA);
		assertThat(image).hasContentType(MediaType.IMAGE_PNG).headers()
				.hasHeaderSatisfying(HttpHeaders.CONTENT_DISPOSITION,
						value -> assertThat(value).first().asString().startsWith("inline"));
		var page = download(upload(DORA, "photo.png", "<html><script>alert(1)</script></html>".getBytes()), DORA);
		assertThat(page).headers()
				.hasHeaderSatisfying(HttpHeaders.CONTENT_DISPOSITION,
						value -> assertThat(value).first().asString().startsWith("attachment"))
				.hasValue("X-Content-Type-Options", "nosniff");
	}

	@Test
	void nameIsMadeSafe() {
		var file = this.mvc.perform(MockMvcRequestBuilders.multipart("/api/v1/attachments")
				.file(new MockMultipartFile("file", "..\\..\\evil\u202Egnp.exe", "image/png", PIXEL))
				.with(DORA));
		assertThat(Api.json(file, HttpStatus.CREATED).get("filename").asString()).isEqualTo("evilgnp.exe");
	}

	@Test
	void emptyAndTooLargeFilesAreRefused() {
		assertThat(send(DORA, "x", new byte[0])).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(send(DORA, "x", new byte[1024 * 1024 + 1])).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
	}

	private String upload(RequestPostProcessor caller, String name, byte[] content) {
		return Api.json(send(caller, name, content), HttpStatus.CREATED).get("id").asString();
	}

	private MvcTestResult send(RequestPostProcessor caller, String name, byte[] content) {
		return this.mvc.perform(MockMvcRequestBuilders.post("/api/v1/attachments?filename=" + name)
				.with(caller)
				.contentType(MediaType.APPLICATION_OCTET_STREAM)
				.content(content));
	}

	private MvcTestResult download(String id, RequestPostProcessor caller) {
		return this.mvc.perform(MockMvcRequestBuilders.get("/api/v1/attachments/" + id).with(caller));
	}

}
