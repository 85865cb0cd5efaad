package io.frontdesk.org.tasks.web;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.org.editing.IfMatch;
import io.frontdesk.org.editing.Label;
import io.frontdesk.org.editing.Prose;
import io.frontdesk.org.listing.ListRequest;
import io.frontdesk.org.listing.Listing;
import io.frontdesk.org.tasks.NewTask;
import io.frontdesk.org.tasks.TaskChange;
import io.frontdesk.org.tasks.TaskDesk;
import io.frontdesk.org.tasks.TaskList;
import io.frontdesk.org.tasks.TaskList.TaskView;
import io.frontdesk.org.users.Directory;

@RestController
@AnswersNeed(Features.ORG_READ)
@RequestMapping("/api/v1/tasks")
class TaskController {

	private final TaskDesk desk;

	private final TaskList list;

	private final Directory directory;

	TaskController(TaskDesk desk, TaskList list, Directory directory) {
		this.desk = desk;
		this.list = list;
		this.directory = directory;
	}

	@Says(id = "listTasks", summary = "Lists tasks", problems = {"unknown-sort", "bad-cursor"})
	@GetMapping
	@RequiresFeatureOrClient(Features.ORG_READ)
	Listing<TaskView> tasks(@Valid ListRequest request, @RequestParam(required = false) @Nullable UUID company,
			@RequestParam(required = false) @Nullable UUID project, @AuthenticationPrincipal Caller caller) {
		return this.directory.scopeOf(caller)
				.list(request, company, (seen, of) -> this.list.page(seen, of, project));
	}

	@Says(id = "createTask", summary = "Makes a task", answers = HttpStatus.CREATED, problems = "busy")
	@PostMapping
	@RequiresFeature(Features.ORG_WRITE)
	ResponseEntity<TaskView> create(@Valid @RequestBody NewRequest wanted) {
		var id = this.desk.create(new NewTask(wanted.name().strip(),
				Objects.requireNonNullElse(wanted.description(), ""), wanted.project()));
		return answer(ResponseEntity.created(URI.create("/api/v1/tasks/" + id)), id);
	}

	@Says(id = "getTask", summary = "Gives a task")
	@GetMapping("/{id}")
	@RequiresFeature(Features.ORG_READ)
	ResponseEntity<TaskView> task(@PathVariable UUID id) {
		return answer(ResponseEntity.ok(), id);
	}

	/** Its content tells which of the two features it takes. */
	@Says(id = "changeTask", summary = "Changes a task", problems = {"busy", "changed"})
	@PatchMapping("/{id}")
	@PreAuthorize("hasAnyAuthority('org:write', 'org:delete')")
	ResponseEntity<TaskView> change(@PathVariable UUID id, @Valid @RequestBody ChangeRequest wanted,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		var name = (wanted.name() != null) ? wanted.name().strip() : null;
		this.desk.change(id, new TaskChange(name, wanted.description(), wanted.active()),
				IfMatch.of(ifMatch), caller);
		return answer(ResponseEntity.ok(), id);
	}

	@Says(id = "deleteTask", summary = "Deletes a task; it can be restored", answers = HttpStatus.NO_CONTENT, problems = {
			"busy", "changed"})
	@DeleteMapping("/{id}")
	@RequiresFeature(Features.ORG_DELETE)
	ResponseEntity<Void> delete(@PathVariable UUID id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@AuthenticationPrincipal Caller caller) {
		this.desk.change(id, TaskChange.active(false), IfMatch.of(ifMatch), caller);
		return ResponseEntity.noContent().build();
	}

	private ResponseEntity<TaskView> answer(ResponseEntity.BodyBuilder response, UUID id) {
		var task = this.list.get(id);
		return response.eTag(IfMatch.etag(task.version())).body(task);
	}

	record NewRequest(@NotBlank @Label String name, @Nullable @Prose String description, @NotNull UUID project) {}

	record ChangeRequest(@Nullable @Label @Pattern(regexp = ".*\\S.*", message = "must not be blank") String name,
			@Nullable @Prose String description, @Nullable Boolean active) {}

}
