package io.frontdesk.ticket.files.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.conversation.Pictures;
import io.frontdesk.ticket.files.FileRoom;
import io.frontdesk.ticket.sight.Viewer;

@RestController
@AnswersNeed(Features.TICKET_READ)
@RequestMapping("/api/v1/attachments")
class AttachmentController {

	/** Of a page that a browser makes of a file: the one of a picture has a style. */
	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

	private final FileRoom files;

	AttachmentController(FileRoom files) {
		this.files = files;
	}

	/** The body is the file. */
	@Says(id = "uploadAttachment", summary = "Takes a file, to be attached to what is written next", answers = HttpStatus.CREATED, takes = "*/*", problems = {
			"attachment-empty", "attachment-too-large"})
	@PostMapping(consumes = "!" + MediaType.MULTIPART_FORM_DATA_VALUE)
	@RequiresFeatureOrClient(Features.TICKET_WRITE)
	ResponseEntity<FileRoom.Upload> upload(@RequestParam(defaultValue = "attachment") String filename,
			HttpServletRequest request, @AuthenticationPrincipal Caller caller) throws IOException {
		return taken(this.files.take(filename, request.getInputStream(), caller.actor(), caller.person()));
	}

	/** The part {@code file} of a form is the file. */
	@Says(id = "uploadAttachment", summary = "Takes a file, to be attached to what is written next", answers = HttpStatus.CREATED, takes = "*/*", problems = {
			"attachment-empty", "attachment-too-large"})
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@RequiresFeatureOrClient(Features.TICKET_WRITE)
	ResponseEntity<FileRoom.Upload> upload(@RequestPart MultipartFile file, @AuthenticationPrincipal Caller caller)
			throws IOException {
		var name = file.getOriginalFilename();
		try (var content = file.getInputStream()) {
			return taken(this.files.take((name != null) ? name : "attachment", content, caller.actor(),
					caller.person()));
		}
	}

	private static ResponseEntity<FileRoom.Upload> taken(FileRoom.Upload upload) {
		return ResponseEntity.created(URI.create("/api/v1/attachments/" + upload.id())).body(upload);
	}

	@Says(id = "getAttachment", summary = "Gives the content of an attachment", produces = "*/*", headers = HttpHeaders.ETAG, problems = "attachment-not-found")
	@GetMapping("/{id}")
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ResponseEntity<Resource> attachment(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
		var file = this.files.get(id, new Viewer(caller));
		var disposition = Pictures.include(file.contentType())
				? ContentDisposition.inline()
				: ContentDisposition.attachment();
		return ResponseEntity.ok()
				.contentType(MediaType.parseMediaType(file.contentType()))
				.eTag("\"%s\"".formatted(file.sha256()))
				.header(HttpHeaders.CONTENT_DISPOSITION,
						disposition.filename(file.filename(), StandardCharsets.UTF_8).build().toString())
				.header("Content-Security-Policy", POLICY)
				.body(new FileSystemResource(file.file()));
	}

}
